import { test } from '@japa/runner'
import { productRowsQuery } from '#app/catalogue/products/product_rows_query'
import { createNumber } from '#tests/support/part_numbers'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
} from '#tests/support/catalogue'
import { bearer } from '#tests/support/staff'

const URL = '/api/admin/products'

test.group('Products of the staff API', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('a product needs no category', async ({ client, assert }) => {
    const { token } = await bearer('owner')
    await createBrand('TRW')

    const created = await client
      .post(URL)
      .bearerToken(token)
      .json({ sku: 'TRW-1', name: 'Plaquettes', brand: 'trw' })

    created.assertStatus(201)
    assertDescribed(URL, 'post', created)
    assert.isNull(created.body().data.category)
  })

  test('the list by price has every product, those without one below the cheapest', async ({
    assert,
  }) => {
    for (const price of [9_000, null, 5_000, null]) {
      await createProduct({ price, status: price === null ? 'draft' : 'active' })
    }
    const pages = async (order: 'asc' | 'desc') => {
      const prices: (number | null)[] = []
      let cursor: string | undefined
      do {
        const options = { sort: 'price', order, limit: 1, cursor } as const
        const { rows, nextCursor } = await productRowsQuery({}, options)
        prices.push(...rows.map(({ price }) => price))
        cursor = nextCursor ?? undefined
      } while (cursor)
      return prices
    }
    assert.deepEqual(await pages('asc'), [null, null, 5_000, 9_000])
    assert.deepEqual(await pages('desc'), [9_000, 5_000, null, null])
  })

  test('a product is replaced by another one, until it is not', async ({ client, assert }) => {
    const { token } = await bearer('owner')
    const old = await createProduct({ sku: 'OLD-1' })
    const heir = await createProduct({ sku: 'NEW-1' })
    const patch = (id: number, body: object) =>
      client.patch(`${URL}/${id}`).bearerToken(token).json(body)

    const replaced = await patch(old.id, { supersededBy: 'NEW-1' })
    replaced.assertStatus(200)
    assertDescribed(`${URL}/{id}`, 'patch', replaced)
    assert.equal(replaced.body().data.supersededBy, 'NEW-1')
    const shown = await client.get(`/api/v1/products/${old.slug}`)
    assert.equal(shown.body().data.supersededBy.sku, 'NEW-1')

    const unknown = await patch(old.id, { supersededBy: 'NOBODY' })
    unknown.assertStatus(422)
    const ring = await patch(heir.id, { supersededBy: 'OLD-1' })
    ring.assertStatus(422)
    assert.equal(ring.body().errors[0].field, 'supersededBy')
    const itself = await patch(heir.id, { supersededBy: 'NEW-1' })
    itself.assertStatus(422)

    const free = await patch(old.id, { supersededBy: null })
    assert.isNull(free.body().data.supersededBy)
  })

  test('a product whose name and SKU run into the address of another gets one of its own', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('owner')
    await createBrand('Bosch')
    const add = (name: string, sku: string) =>
      client.post(URL).bearerToken(token).json({ sku, name, brand: 'bosch' })

    const first = await add('Filtre à huile Bosch', '1234')
    const second = await add('Filtre à huile', 'BOSCH-1234')
    second.assertStatus(201)
    assert.equal(first.body().data.slug, 'filtre-a-huile-bosch-1234')
    assert.match(second.body().data.slug, /^filtre-a-huile-bosch-1234-[0-9a-f]{6}$/)
    const taken = await add('Filtre à huile', 'BOSCH-1234')
    taken.assertStatus(409)
  })

  test('a product lives from creation to deletion', async ({ client, assert }) => {
    const { token, member } = await bearer('owner')
    await createBrand('TRW')
    await createCategory('freinage')

    const created = await client.post(URL).bearerToken(token).json({
      sku: 'TRW-GDB1330',
      name: 'Plaquettes avant',
      brand: 'trw',
      category: 'freinage',
      mpn: 'GDB 1330',
      price: 89_900,
      status: 'active',
    })
    created.assertStatus(201)
    assertDescribed('/api/admin/products', 'post', created)
    const { id, slug } = created.body().data
    await createNumber(id, 'mpn', 'GDB1330-OLD', 'Lucas')

    const patched = await client
      .patch(`${URL}/${id}`)
      .bearerToken(token)
      .header('If-Match', '"1"')
      .json({ nameAr: 'بلاكات', mpn: 'GDB1330N' })
    patched.assertStatus(200)
    patched.assertHeader('etag', '"2"')
    assert.equal(patched.body().data.nameAr, 'بلاكات')

    const numbers = await sql(
      'select kind, number_norm as number from part_numbers where product_id = $1 order by kind, number',
      [id]
    )
    assert.deepEqual(numbers, [
      { kind: 'mpn', number: 'GDB1330N' },
      { kind: 'mpn', number: 'GDB1330OLD' },
      { kind: 'own', number: 'TRWGDB1330' },
    ])

    const repriced = await client
      .post(`${URL}/${id}/price-history`)
      .bearerToken(token)
      .json({ price: 95_000, reason: 'Nouveau tarif' })
    repriced.assertStatus(201)
    const history = await client.get(`${URL}/${id}/price-history`).bearerToken(token)
    assertDescribed('/api/admin/products/{id}/price-history', 'get', history)
    assert.containSubset(history.body().data[0], {
      oldPrice: { amount: 89_900 },
      newPrice: { amount: 95_000 },
      actor: `staff:${member.id}`,
      reason: 'Nouveau tarif',
    })

    const deleted = await client.delete(`${URL}/${id}`).bearerToken(token)
    deleted.assertStatus(204)
    const gone = await client.get(`${URL}/${id}`).bearerToken(token)
    gone.assertStatus(404)
    const closed = await client.get(`/api/v1/products/${slug}`)
    closed.assertStatus(404)
  })

  test('PUT needs what every product has, and takes nothing away that it leaves out', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    await createBrand('TRW')
    const { id } = await createProduct({ nameAr: 'بلاكات', price: 89_900 })
    const put = (product: object) => client.put(`${URL}/${id}`).bearerToken(token).json(product)

    const partial = await put({ name: 'Disque' })
    partial.assertStatus(422)
    const written = await put({ sku: 'NEW', name: 'Disque', brand: 'trw' })
    written.assertStatus(200)
    assertDescribed('/api/admin/products/{id}', 'put', written)
    assert.containSubset(written.body().data, {
      ...{ sku: 'NEW', name: 'Disque', nameAr: 'بلاكات', status: 'active' },
      price: { amount: 89_900 },
    })
  })

  test('a write that has not seen the newest version is refused and changes nothing', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const product = await createProduct()

    const response = await client
      .patch(`${URL}/${product.id}`)
      .bearerToken(token)
      .header('If-Match', '"7"')
      .json({ name: 'Autre' })

    response.assertStatus(412)
    assert.equal(response.body().code, 'version_conflict')
    await product.refresh()
    assert.equal(product.version, 1)
    assert.notEqual(product.nameFr, 'Autre')
  })

  test('of two writers who saw the same version one wins', async ({ client, assert }) => {
    const { token } = await bearer()
    const product = await createProduct()
    const write = (name: string) =>
      client
        .patch(`${URL}/${product.id}`)
        .bearerToken(token)
        .header('If-Match', '"1"')
        .json({ name })

    const answers = await Promise.all([write('Un'), write('Deux'), write('Trois')])

    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [200, 412, 412])
  })

  test('nobody writes without the right, and costs are for those who may know', async ({
    client,
    assert,
  }) => {
    const product = await createProduct()
    const counter = await bearer('counter')
    const reader = await bearer('readonly')

    const anonymous = await client.get(URL)
    const refused = await client.patch(`${URL}/${product.id}`).bearerToken(reader.token).json({})
    const read = await client.get(`${URL}/${product.id}`).bearerToken(counter.token)

    anonymous.assertStatus(401)
    refused.assertStatus(403)
    assertDescribed('/api/admin/products/{id}', 'patch', refused)
    read.assertStatus(200)
    assert.notProperty(read.body().data, 'cost')
  })

  test('fields that are not offered are ignored', async ({ client, assert }) => {
    const { token } = await bearer()
    const product = await createProduct()

    await client
      .patch(`${URL}/${product.id}`)
      .bearerToken(token)
      .json({
        id: 999,
        version: 77,
        createdAt: '1999-01-01',
        deletedAt: '1999-01-01',
        slug: 'mine',
        __proto__: { polluted: true },
      })

    const before = product.slug
    await product.refresh()
    assert.equal(product.slug, before)
    assert.equal(product.version, 2)
    assert.isNull(product.deletedAt)
    assert.notProperty({}, 'polluted')
  })

  test('bad values are refused field by field', async ({ client, assert }) => {
    const { token } = await bearer()
    await createBrand('TRW')
    const good = { sku: 'A', name: 'B', brand: 'trw' }
    const bad: [object, string][] = [
      [{ price: 1.5 }, 'price'],
      [{ price: '1e3' }, 'price'],
      [{ price: 0 }, 'price'],
      [{ price: 2 ** 53 }, 'price'],
      [{ sku: 'a\0b' }, 'sku'],
      [{ name: '\ud800' }, 'name'],
      [{ brand: 'nobody' }, 'brand'],
      [{ category: 'nowhere' }, 'category'],
      [{ status: 'active' }, 'price'],
      [{ gtin: '12' }, 'gtin'],
      [{ taxRate: 20 }, 'taxRate'],
      [{ attributes: { '\0': 1 } }, 'attributes'],
      [{ attributes: { '\ud800': 1 } }, 'attributes'],
    ]
    for (const [values, field] of bad) {
      const response = await client
        .post(URL)
        .bearerToken(token)
        .json({ ...good, ...values })
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, field)
    }
    const [{ count }] = await sql<{ count: number }>('select count(*)::int as count from products')
    assert.equal(count, 0)
  })
})
