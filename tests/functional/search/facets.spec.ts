import { test } from '@japa/runner'
import { assertDescribed } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'

type Count = { slug?: string; value?: string; count: number }

const counts = (facet: Count[]) =>
  Object.fromEntries(facet.map(({ slug, value, count }) => [slug ?? value, count]))

test.group('Facets', (group) => {
  group.each.setup(() => emptyCatalogue())

  async function shop() {
    const [bosch, valeo] = [await createBrand('Bosch'), await createBrand('Valeo')]
    const pads = await createCategory('freinage/plaquettes')
    const filters = await createCategory('filtration')
    const left = { cote: 'gauche' }
    const right = { cote: 'droit' }
    await createProduct({ brand: bosch, category: pads, price: 15_000, attributes: left })
    await createProduct({ brand: bosch, category: pads, price: 60_000, attributes: right })
    await createProduct({ brand: valeo, category: pads, price: 60_000, attributes: left, stock: 0 })
    await createProduct({ brand: valeo, category: filters, price: 600_000, quality: 'oe' })
    await seeChanges()
  }

  test('counts everything that can be chosen', async ({ client, assert }) => {
    await shop()

    const response = await client.get('/api/v1/products/facets')

    response.assertStatus(200)
    assertDescribed('/api/v1/products/facets', 'get', response)
    const { data } = response.body()
    assert.deepEqual(counts(data.brands), { bosch: 2, valeo: 2 })
    assert.deepEqual(counts(data.categories), {
      'freinage': 3,
      'freinage/plaquettes': 3,
      'filtration': 1,
    })
    assert.deepEqual(counts(data.availability), { in_stock: 3, out_of_stock: 1 })
    assert.deepEqual(counts(data.quality), { aftermarket: 3, oe: 1 })
    assert.deepEqual(counts(data.attributes[0].values), { gauche: 2, droit: 1 })
    assert.equal(data.price.min, 15_000)
    assert.equal(data.price.max, 600_000)
    assert.deepEqual(data.price.buckets, [
      { from: 0, to: 20_000, count: 1 },
      { from: 50_000, to: 100_000, count: 2 },
      { from: 500_000, to: 1_000_000, count: 1 },
    ])
  })

  test('a facet ignores its own filter and respects all others', async ({ client, assert }) => {
    await shop()

    const chosen = await client.get('/api/v1/products/facets').qs({
      'brand': 'bosch',
      'category': 'freinage',
      'attr[cote]': 'gauche',
    })

    const { data } = chosen.body()
    assert.deepEqual(counts(data.brands), { bosch: 1, valeo: 1 })
    assert.deepEqual(counts(data.categories), { 'freinage': 1, 'freinage/plaquettes': 1 })
    assert.deepEqual(counts(data.attributes[0].values), { gauche: 1, droit: 1 })
    assert.deepEqual(counts(data.availability), { in_stock: 1 })
  })

  test('the other categories are counted at the same price, availability and quality', async ({
    client,
    assert,
  }) => {
    await shop()
    const expected: [string, Record<string, number>][] = [
      ['', { 'freinage': 3, 'freinage/plaquettes': 3, 'filtration': 1 }],
      ['&priceMin=60000', { 'freinage': 2, 'freinage/plaquettes': 2, 'filtration': 1 }],
      ['&priceMin=60001&priceMax=600000', { filtration: 1 }],
      [
        '&priceMax=60000&inStock=true',
        { 'freinage': 2, 'freinage/plaquettes': 2, 'filtration': 0 },
      ],
      ['&inStock=false', { 'freinage': 1, 'freinage/plaquettes': 1, 'filtration': 0 }],
      ['&quality=oe,used', { filtration: 1 }],
      ['&brand=valeo', { 'freinage': 1, 'freinage/plaquettes': 1, 'filtration': 1 }],
      ['&priceMin=2&priceMax=1', { filtration: 0 }],
    ]
    for (const [filters, categories] of expected) {
      const response = await client.get(`/api/v1/products/facets?category=filtration${filters}`)
      assert.deepEqual(counts(response.body().data.categories), categories, filters)
    }

    await createProduct({ category: await createCategory('filtration'), price: 60_000 })
    await seeChanges()
    const later = await client.get('/api/v1/products/facets?category=freinage&priceMin=60000')
    assert.equal(counts(later.body().data.categories).filtration, 2)
  })

  test('what is chosen stays there at 0, named like the others', async ({ client, assert }) => {
    await shop()
    const facets = async (filters: object) => {
      const response = await client.get('/api/v1/products/facets').qs(filters)
      assertDescribed('/api/v1/products/facets', 'get', response)
      return response.body().data
    }
    const brand = await facets({ category: 'filtration', brand: 'bosch,nobody' })
    assert.deepEqual(brand.brands, [
      { slug: 'valeo', name: 'Valeo', count: 1 },
      { slug: 'bosch', name: 'Bosch', count: 0 },
    ])
    assert.deepEqual(counts(brand.categories), {
      'freinage': 2,
      'freinage/plaquettes': 2,
      'filtration': 0,
    })
    const narrow = await facets({
      'quality': 'oe,used',
      'inStock': false,
      'attr[cote]': 'droit',
      'attr[nobody]': 'x',
      'brand': 'valeo',
    })
    assert.deepEqual(counts(narrow.quality), { oe: 0, used: 0 })
    assert.deepEqual(counts(narrow.availability), { out_of_stock: 0 })
    assert.deepEqual(
      narrow.attributes.map(({ code }: { code: string }) => code),
      ['cote']
    )
    assert.deepEqual(counts(narrow.attributes[0].values), { droit: 0 })
  })

  test('of many values the chosen one is always shown', async ({ client, assert }) => {
    const category = await createCategory('freinage')
    for (let n = 0; n < 31; n++) {
      await createProduct({ category, attributes: { cote: `v${n}` } })
      await createProduct({ category, attributes: { cote: `v${n < 30 ? n : 'rare'}` } })
    }
    await seeChanges()
    const valuesFor = async (filters: object) => {
      const response = await client.get('/api/v1/products/facets').qs(filters)
      return response.body().data.attributes[0].values
    }
    const usual = await valuesFor({})
    assert.lengthOf(usual, 30)
    const chosen = await valuesFor({ 'attr[cote]': 'vrare' })
    assert.lengthOf(chosen, 31)
    assert.equal(counts(chosen).vrare, 1)
  })

  test('what matches nothing has no counts and no price', async ({ client, assert }) => {
    await shop()

    const response = await client.get('/api/v1/products/facets?brand=nobody&inStock=true')

    assertDescribed('/api/v1/products/facets', 'get', response)
    assert.deepEqual(response.body().data.price, { min: null, max: null, buckets: [] })
    assert.deepEqual(counts(response.body().data.brands), { bosch: 2, valeo: 1 })
  })

  test('the counts agree with the lists they lead to', async ({ client, assert }) => {
    await shop()
    const facets = await client.get('/api/v1/products/facets?category=freinage')

    for (const { slug, count } of facets.body().data.brands as Count[]) {
      const list = await client.get(`/api/v1/products?category=freinage&brand=${slug}`)
      assert.lengthOf(list.body().data, count)
    }
  })
})
