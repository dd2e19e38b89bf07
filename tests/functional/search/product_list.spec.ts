import type { ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { assertDescribed } from '#tests/support/api_contract'

type Item = { sku: string; price: { amount: number }; availability: string; name: string }

test.group('Product list', (group) => {
  group.each.setup(() => emptyCatalogue())

  const skus = (body: { data: Item[] }) => body.data.map((item) => item.sku)

  test('shows published products only, as the contract describes them', async ({
    client,
    assert,
  }) => {
    const category = await createCategory('freinage/plaquettes')
    await createProduct({ sku: 'LIVE', nameFr: 'Plaquettes', price: 89_900, category })
    await createProduct({ sku: 'DRAFT', status: 'draft' })
    await createProduct({ sku: 'OLD', status: 'archived' })
    await seeChanges()

    const response = await client.get('/api/v1/products')

    response.assertStatus(200)
    assertDescribed('/api/v1/products', 'get', response)
    assert.deepEqual(skus(response.body()), ['LIVE'])
    assert.containSubset(response.body().data[0], {
      name: 'Plaquettes',
      category: { slug: 'freinage/plaquettes' },
      price: { amount: 89_900, currency: 'TND' },
      availability: 'in_stock',
      rating: null,
    })
    assert.deepEqual(response.body().meta, { limit: 24, nextCursor: null })
  })

  test('filters by category with its descendants, brand, price, stock and quality', async ({
    client,
    assert,
  }) => {
    const [bosch, valeo] = [await createBrand('Bosch'), await createBrand('Valeo')]
    const pads = await createCategory('freinage/plaquettes')
    const discs = await createCategory('freinage/disques')
    const filters = await createCategory('filtration')
    await createProduct({ sku: 'A', brand: bosch, category: pads, price: 10_000 })
    await createProduct({ sku: 'B', brand: valeo, category: discs, price: 20_000, stock: 0 })
    await createProduct({ sku: 'C', brand: bosch, category: filters, price: 30_000, quality: 'oe' })
    await seeChanges()

    const list = async (query: Record<string, string>) => {
      const response = await client.get('/api/v1/products').qs({ ...query, sortBy: 'price' })
      response.assertStatus(200)
      return skus(response.body())
    }

    assert.deepEqual(await list({ category: 'freinage' }), ['A', 'B'])
    assert.deepEqual(await list({ category: 'freinage/disques' }), ['B'])
    assert.deepEqual(await list({ category: 'nowhere' }), [])
    assert.deepEqual(await list({ brand: 'bosch' }), ['A', 'C'])
    assert.deepEqual(await list({ brand: 'bosch,valeo' }), ['A', 'B', 'C'])
    assert.deepEqual(await list({ priceMin: '15000', priceMax: '25000' }), ['B'])
    assert.deepEqual(await list({ priceMin: '15000' }), ['B', 'C'])
    assert.deepEqual(await list({ inStock: 'true' }), ['A', 'C'])
    assert.deepEqual(await list({ inStock: 'false' }), ['B'])
    assert.deepEqual(await list({ quality: 'oe,used' }), ['C'])
    assert.deepEqual(await list({ brand: 'bosch', category: 'freinage', priceMax: '10000' }), ['A'])
  })

  test('filters by attribute values', async ({ client, assert }) => {
    await createProduct({ sku: 'W', attributes: { cote: 'gauche', largeur_mm: 116.2 } })
    await createProduct({ sku: 'E', attributes: { cote: 'droit', largeur_mm: 99 } })
    await seeChanges()

    const left = await client.get('/api/v1/products?attr[cote]=gauche')
    const wide = await client.get('/api/v1/products?attr[largeur_mm]=116.2,99&attr[cote]=droit')

    left.assertStatus(200)
    wide.assertStatus(200)
    assert.deepEqual(skus(left.body()), ['W'])
    assert.deepEqual(skus(wide.body()), ['E'])
  })

  test('every sort walks all pages without a gap or a repetition', async ({ client, assert }) => {
    const brand = await createBrand('Bosch')
    for (let n = 0; n < 25; n++) {
      await createProduct({ brand, nameFr: `Élément ${n % 3}`, price: 1_000 + (n % 4) })
    }
    await seeChanges()

    for (const sortBy of ['relevance', 'price', 'name', 'newest', 'popularity']) {
      for (const sortOrder of ['asc', 'desc']) {
        const seen: string[] = []
        let cursor: string | null = ''
        while (cursor !== null) {
          const query: Record<string, string> = { sortBy, sortOrder, limit: '7' }
          if (cursor) query.cursor = cursor
          const response: ApiResponse = await client.get('/api/v1/products').qs(query)
          response.assertStatus(200)
          seen.push(...skus(response.body()))
          cursor = response.body().meta.nextCursor
        }
        assert.lengthOf(seen, 25, `${sortBy} ${sortOrder}`)
        assert.lengthOf([...new Set(seen)], 25, `${sortBy} ${sortOrder}`)
      }
    }
  })

  test('sorts names as French does', async ({ client, assert }) => {
    for (const nameFr of ['Zèbre', 'étrier', 'Embrayage', 'Étau']) await createProduct({ nameFr })
    await seeChanges()

    const response = await client.get('/api/v1/products?sortBy=name')

    const names = response.body().data.map((item: Item) => item.name)
    assert.deepEqual(names, ['Embrayage', 'Étau', 'étrier', 'Zèbre'])
  })

  test('speaks Arabic when asked to, French otherwise', async ({ client, assert }) => {
    await createProduct({ nameFr: 'Filtre à huile', nameAr: 'فلتر زيت' })
    await seeChanges()

    for (const locale of ['ar', 'ar-TN']) {
      const arabic = await client.get('/api/v1/products').qs({ locale })
      assert.equal(arabic.body().data[0].name, 'فلتر زيت', locale)
    }
    const negotiated = await client.get('/api/v1/products').header('accept-language', 'ar-TN,ar')
    const french = await client.get('/api/v1/products')

    assert.equal(negotiated.body().data[0].name, 'فلتر زيت')
    assert.equal(french.body().data[0].name, 'Filtre à huile')
  })

  test('tells availability from what is on hand', async ({ client, assert }) => {
    await createProduct({ sku: 'IN', stock: 9 })
    await createProduct({ sku: 'LOW', stock: 2 })
    await createProduct({ sku: 'ORDER', stock: 0, orderable: true })
    await createProduct({ sku: 'OUT', stock: 0 })
    await seeChanges()

    const response = await client.get('/api/v1/products')

    const states = response.body().data.map((item: Item) => [item.sku, item.availability])
    assert.deepEqual(Object.fromEntries(states), {
      IN: 'in_stock',
      LOW: 'low_stock',
      ORDER: 'on_order',
      OUT: 'out_of_stock',
    })
  })

  test('refuses what it cannot use with the field at fault', async ({ client, assert }) => {
    const refused = {
      'limit=0': 'limit',
      'limit=101': 'limit',
      'limit=1e1': 'limit',
      'limit=0x10': 'limit',
      'limit[]=1': 'limit',
      'priceMin=-1': 'priceMin',
      'priceMin=9007199254740993': 'priceMin',
      'sortBy=price%20desc': 'sortBy',
      'sortOrder=up': 'sortOrder',
      'inStock=maybe': 'inStock',
      'category=%00': 'category',
      'cursor=AAAA': 'cursor',
      'attr=x': 'attr',
      'attr[%00]=x': 'attr',
      [`brand=${Array.from({ length: 51 }, (_, n) => `b${n}`).join(',')}`]: 'brand',
    }
    for (const [query, field] of Object.entries(refused)) {
      const response = await client.get(`/api/v1/products?${query}`)
      response.assertStatus(422)
      if (field !== 'cursor') response.assertBodyContains({ code: 'validation_failed' })
      assert.include(response.type(), 'application/problem+json', query)
      assertDescribed('/api/v1/products', 'get', response)
      assert.include(response.body().errors[0].field, field, query)
    }
  })

  test('a cursor that we did not make is refused, whatever it says', async ({ client }) => {
    for (let n = 0; n < 2; n++) await createProduct()
    await seeChanges()
    const forged: [query: Record<string, string>, place: unknown[]][] = [
      [{ sortBy: 'price' }, ['products:price:asc', 1, 3_000_000_000]],
      [{}, ['products:popularity:desc', 5_000_000_000, 1]],
      [{ sortBy: 'newest' }, ['products:published_at:desc', '2026-02-30 00:00:00', 1]],
      [{ q: 'frein' }, ['products:score:desc', '1e999', 1]],
    ]
    for (const [query, place] of forged) {
      const cursor = Buffer.from(JSON.stringify(place)).toString('base64url')
      const response = await client.get('/api/v1/products').qs({ ...query, cursor })
      response.assertStatus(422)
      response.assertBodyContains({ code: 'invalid_cursor' })
    }

    const first = await client.get('/api/v1/products').qs({ sortBy: 'price', limit: 1 })
    const [said, seal] = first.body().meta.nextCursor.split('.')
    const changed = Buffer.from(said, 'base64url').toString().replace(/\d+\]/, '3000000000]')
    const cursor = `${Buffer.from(changed).toString('base64url')}.${seal}`
    const response = await client.get('/api/v1/products').qs({ sortBy: 'price', cursor })
    response.assertStatus(422)
    response.assertBodyContains({ code: 'invalid_cursor' })
  })

  test('lists of the longest names have a second page too', async ({ client, assert }) => {
    for (const end of ['1', '2']) await createProduct({ nameFr: 'é'.repeat(299) + end })
    await seeChanges()
    const sorted = { sortBy: 'name', limit: 1 }

    const first = await client.get('/api/v1/products').qs(sorted)
    const { nextCursor } = first.body().meta
    const second = await client.get('/api/v1/products').qs({ ...sorted, cursor: nextCursor })

    second.assertStatus(200)
    assert.lengthOf(second.body().data, 1)
  })

  test('a cursor of one order is refused in another', async ({ client }) => {
    await createProduct()
    await createProduct()
    await seeChanges()
    const first = await client.get('/api/v1/products?limit=1&sortBy=price')

    const response = await client
      .get('/api/v1/products')
      .qs({ sortBy: 'name', cursor: first.body().meta.nextCursor })

    response.assertStatus(422)
  })
})
