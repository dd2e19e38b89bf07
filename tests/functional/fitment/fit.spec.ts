import { test } from '@japa/runner'
import { assertDescribed } from '#tests/support/api_contract'
import { createCategory, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { createFitment, createVehicle } from '#tests/support/vehicles'

test.group('Fit', (group) => {
  group.each.setup(() => emptyCatalogue())

  /** One product for each verdict about the vehicle, named after it. */
  async function shop() {
    const vehicle = await createVehicle()
    const other = await createVehicle({ name: '1.2 16V 75', fuel: 'petrol', engineCode: 'D4F' })
    const fits = await createProduct({ sku: 'FITS', nameFr: 'Filtre un' })
    const conditional = await createProduct({ sku: 'CONDITIONAL', nameFr: 'Filtre deux' })
    const no = await createProduct({ sku: 'NO', nameFr: 'Filtre trois' })
    await createProduct({ sku: 'UNKNOWN', nameFr: 'Filtre quatre' })
    await createFitment(fits.id, vehicle)
    await createFitment(conditional.id, vehicle, 'à partir de 05/2015')
    await createFitment(no.id, other)
    await seeChanges()
    return { vehicle, conditional, fits }
  }

  const verdictsOf = (items: { sku: string; fit: string }[]) =>
    Object.fromEntries(items.map(({ sku, fit }) => [sku, fit]))

  test('a list for a car shows what fits it', async ({ client, assert }) => {
    const { vehicle } = await shop()
    const response = await client.get('/api/v1/products').qs({ vehicle })
    assertDescribed('/api/v1/products', 'get', response)
    assert.deepEqual(verdictsOf(response.body().data), {
      FITS: 'fits',
      CONDITIONAL: 'conditional',
    })
    const facets = await client.get('/api/v1/products/facets').qs({ vehicle })
    assert.equal(facets.body().data.quality[0].count, 2)
  })

  test('and every verdict that is asked for: unknown is not no', async ({ client, assert }) => {
    const { vehicle } = await shop()
    const expected = {
      fits: { FITS: 'fits' },
      conditional: { CONDITIONAL: 'conditional' },
      unknown: { UNKNOWN: 'unknown' },
      no: { NO: 'no' },
    }
    for (const [fit, verdicts] of Object.entries(expected)) {
      const response = await client.get('/api/v1/products').qs({ vehicle, fit })
      assert.deepEqual(verdictsOf(response.body().data), verdicts, fit)
    }
    const all = await client
      .get('/api/v1/products')
      .qs({ vehicle, fit: 'fits,conditional,unknown,no' })
    assert.lengthOf(all.body().data, 4)
    const refused = await client.get('/api/v1/products').qs({ vehicle, fit: 'maybe' })
    refused.assertStatus(422)
  })

  test('the page of a product tells the verdict and its condition', async ({ client, assert }) => {
    const { vehicle, conditional } = await shop()
    const response = await client.get(`/api/v1/products/${conditional.slug}`).qs({ vehicle })
    assertDescribed('/api/v1/products/{slug}', 'get', response)
    assert.equal(response.body().data.fit, 'conditional')
    assert.deepEqual(response.body().data.fitConditions, ['à partir de 05/2015'])
    const plain = await client.get(`/api/v1/products/${conditional.slug}`)
    assert.notProperty(plain.body().data, 'fit')
  })

  test('so it does of the products beside it', async ({ client, assert }) => {
    const { vehicle } = await shop()
    const category = await createCategory('filtration')
    const [shown, fits, no] = [
      await createProduct({ sku: 'SHOWN', category }),
      await createProduct({ sku: 'BESIDE', category }),
      await createProduct({ sku: 'OTHER CAR', category }),
    ]
    await createFitment(fits.id, vehicle)
    await createFitment(no.id, await createVehicle({ model: 'Megane III' }))
    await seeChanges()
    const response = await client.get(`/api/v1/products/${shown.slug}`).qs({ vehicle })
    assertDescribed('/api/v1/products/{slug}', 'get', response)
    assert.deepEqual(verdictsOf(response.body().data.relatedProducts), {
      'BESIDE': 'fits',
      'OTHER CAR': 'no',
    })
    const plain = await client.get(`/api/v1/products/${shown.slug}`)
    for (const related of plain.body().data.relatedProducts) assert.notProperty(related, 'fit')
  })

  test('lists, searches, equivalents and resolved numbers tell it alike', async ({
    client,
    assert,
  }) => {
    const { vehicle, conditional, fits } = await shop()
    await createNumber(fits.id, 'oe', '7701206379', 'Renault')
    await createNumber(conditional.id, 'oe', '7701206379', 'Renault')
    await seeChanges()
    const subject = {
      sku: 'CONDITIONAL',
      fit: 'conditional',
      fitConditions: ['à partir de 05/2015'],
    }
    for (const [path, described] of [
      [`/api/v1/products?vehicle=${vehicle}`, '/api/v1/products'],
      [`/api/v1/search?q=filtre&vehicle=${vehicle}`, '/api/v1/search'],
      [
        `/api/v1/products/${fits.slug}/equivalents?vehicle=${vehicle}`,
        '/api/v1/products/{slug}/equivalents',
      ],
    ]) {
      const response = await client.get(path)
      assertDescribed(described, 'get', response)
      assert.containsSubset(response.body().data, [subject], path)
    }
    const resolved = await client
      .post('/api/v1/references/resolve')
      .json({ text: '7701206379', vehicle })
    assertDescribed('/api/v1/references/resolve', 'post', resolved)
    assert.containsSubset(resolved.body().data[0].matches, [
      { product: { sku: 'FITS', fit: 'fits', fitConditions: [] } },
      { product: subject },
    ])
  })

  test('of an unknown car equivalents and resolved numbers tell nothing', async ({
    client,
    assert,
  }) => {
    const { fits } = await shop()
    const vehicle = 2_147_483_647
    const equivalents = await client
      .get(`/api/v1/products/${fits.slug}/equivalents`)
      .qs({ vehicle })
    equivalents.assertStatus(404)
    const resolved = await client
      .post('/api/v1/references/resolve')
      .json({ text: '7701206379', vehicle })
    resolved.assertStatus(404)
    const plain = await client.get(`/api/v1/products/${fits.slug}/equivalents`)
    assert.deepEqual(plain.body().data, [])
  })

  test('its vehicles are listed in pages', async ({ client, assert }) => {
    const { conditional } = await shop()
    const response = await client.get(`/api/v1/products/${conditional.slug}/fitments`)
    assertDescribed('/api/v1/products/{slug}/fitments', 'get', response)
    assert.containsSubset(response.body().data, [
      { fit: 'conditional', condition: 'à partir de 05/2015', vehicle: { name: '1.5 dCi 90' } },
    ])
    const unknown = await client.get('/api/v1/products/rien/fitments')
    unknown.assertStatus(404)
  })

  test('a search for a car puts what fits first', async ({ client, assert }) => {
    const { vehicle } = await shop()
    const response = await client.get('/api/v1/search').qs({ q: 'filtre', vehicle })
    const [first, second, ...rest] = response.body().data
    assert.sameMembers([first.sku, second.sku], ['FITS', 'CONDITIONAL'])
    assert.deepEqual(verdictsOf(rest), { NO: 'no', UNKNOWN: 'unknown' })
  })
})
