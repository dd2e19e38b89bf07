import { test } from '@japa/runner'
import { assertDescribed } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { bearer } from '#tests/support/staff'

test.group('Brands and categories', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('brands are paged by name with their published products counted', async ({
    client,
    assert,
  }) => {
    const bosch = await createBrand('Bosch')
    for (const name of ['Élring', 'ATE', 'Febi']) await createBrand(name)
    await createProduct({ brand: bosch })
    await createProduct({ brand: bosch, status: 'draft' })
    await seeChanges()

    const first = await client.get('/api/v1/brands?limit=3')
    const second = await client
      .get('/api/v1/brands')
      .qs({ limit: 3, cursor: first.body().meta.nextCursor })

    assertDescribed('/api/v1/brands', 'get', first)
    const names = [...first.body().data, ...second.body().data].map((brand) => brand.name)
    assert.deepEqual(names, ['ATE', 'Bosch', 'Élring', 'Febi'])
    assert.equal(first.body().data[1].count, 1)
    assert.isNull(second.body().meta.nextCursor)
  })

  test('one brand, and none', async ({ client }) => {
    await createBrand('Bosch')
    await seeChanges()

    const bosch = await client.get('/api/v1/brands/bosch')
    const nobody = await client.get('/api/v1/brands/nobody')

    bosch.assertStatus(200)
    assertDescribed('/api/v1/brands/{slug}', 'get', bosch)
    nobody.assertStatus(404)
  })

  test('the tree counts what is in and under a category', async ({ client, assert }) => {
    const pads = await createCategory('freinage/disques/plaquettes')
    const brakes = await createCategory('freinage')
    await createProduct({ category: pads })
    await createProduct({ category: brakes })
    await seeChanges()

    const response = await client.get('/api/v1/categories')

    assertDescribed('/api/v1/categories', 'get', response)
    const [root] = response.body().data
    assert.equal(root.count, 2)
    assert.equal(root.children[0].children[0].slug, 'freinage/disques/plaquettes')
    assert.equal(root.children[0].count, 1)
  })

  test('a category is found by its path, plain or encoded', async ({ client, assert }) => {
    await createCategory('freinage/plaquettes', 'بلاكات')
    await seeChanges()

    const plain = await client.get('/api/v1/categories/freinage/plaquettes?locale=ar')
    const encoded = await client.get('/api/v1/categories/freinage%2Fplaquettes')

    assertDescribed('/api/v1/categories/{slug}', 'get', plain)
    assert.equal(plain.body().data.name, 'بلاكات')
    encoded.assertStatus(200)
  })

  test('links to a category and to its products outlive a move', async ({ client, assert }) => {
    const pads = await createCategory('freinage/plaquettes', 'بلاكات')
    await createCategory('chassis')
    await createProduct({ category: pads, sku: 'PADS' })
    await createProduct({ sku: 'OTHER' })
    const { token } = await bearer()
    const change = await client
      .patch(`/api/admin/categories/${pads.parentId}`)
      .bearerToken(token)
      .json({ parent: 'chassis' })
    change.assertStatus(200)
    await seeChanges()
    const now = 'chassis/freinage/plaquettes'

    const moved = await client
      .get('/api/v1/categories/freinage/plaquettes?locale=ar&utm_source=a')
      .redirects(0)
    const followed = await client.get('/api/v1/categories/freinage/plaquettes?locale=ar')
    const list = await client.get('/api/v1/products?category=freinage/plaquettes')
    const above = await client.get('/api/v1/products?category=freinage')
    const facets = await client.get('/api/v1/products/facets?category=freinage/plaquettes')
    const staff = await client
      .get('/api/admin/products?category=freinage/plaquettes')
      .bearerToken(token)

    moved.assertStatus(301)
    moved.assertHeader('location', `/api/v1/categories/${now}?locale=ar&utm_source=a`)
    assertDescribed('/api/v1/categories/{slug}', 'get', moved)
    assert.equal(followed.body().data.name, 'بلاكات')
    for (const listed of [list, above, staff]) {
      assert.deepEqual(
        listed.body().data.map(({ sku }: { sku: string }) => sku),
        ['PADS']
      )
    }
    assert.equal(list.body().data[0].category.slug, now)
    assert.equal(facets.body().data.brands[0].count, 1)
  })
})
