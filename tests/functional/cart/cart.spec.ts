import { test } from '@japa/runner'
import fc from 'fast-check'
import { forgetCarts } from '#app/cart/forget_carts'
import { reserveStock } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import { repeats } from '#tests/depth'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { statementsDuring } from '#tests/support/statements'
import { createFitment, createVehicle } from '#tests/support/vehicles'

const ITEMS = '/api/v1/cart/items'

test.group('Cart of a guest', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('the first piece makes a cart; only its token opens it', async ({ client, assert }) => {
    const { sku } = await createProduct({ price: 89_900, nameFr: 'Plaquettes' })
    const first = await client.post(ITEMS).json({ sku, quantity: 2 })
    first.assertStatus(201)
    assertDescribed(ITEMS, 'post', first)
    assert.equal(first.header('cache-control'), 'no-store')
    assert.isUndefined(first.header('set-cookie'))
    const { token } = first.body().data
    assert.lengthOf(Buffer.from(token, 'base64url'), 32)
    assert.containSubset(first.body().data, {
      items: [
        {
          sku,
          name: 'Plaquettes',
          quantity: 2,
          unitPrice: { amount: 89_900 },
          lineTotal: { amount: 179_800 },
          availability: 'in_stock',
        },
      ],
      totals: {
        subtotal: { amount: 179_800 },
        shipping: null,
        tax: { amount: 28_708 },
        total: { amount: 179_800 },
      },
      problems: [],
    })

    const seen = await client.get('/api/v1/cart').header('X-Cart-Token', token)
    assertDescribed('/api/v1/cart', 'get', seen)
    assert.deepEqual(seen.body(), first.body())
    const [kept] = await sql<{ row: string }>('select c::text as row from carts c')
    assert.notInclude(kept.row, token)
    for (const other of ['', 'forged', 'a'.repeat(3_000)]) {
      const stranger = await client.get('/api/v1/cart').header('X-Cart-Token', other)
      stranger.assertStatus(200)
      assert.containSubset(stranger.body().data, { token: null, items: [], expiresAt: null })
    }
  })

  test('nobody chooses a token: an unknown one gets a new cart', async ({ client, assert }) => {
    const { sku } = await createProduct()
    const chosen = await client
      .post(ITEMS)
      .header('X-Cart-Token', 'chosen')
      .json({ sku, quantity: 1 })
    assert.notEqual(chosen.body().data.token, 'chosen')
    const seen = await client.get('/api/v1/cart').header('X-Cart-Token', 'chosen')
    assert.isEmpty(seen.body().data.items)
  })

  test('pieces are added, set and taken out', async ({ client, assert }) => {
    const [one, other] = [await createProduct(), await createProduct()]
    const first = await client.post(ITEMS).json({ sku: one.sku, quantity: 2 })
    const { token } = first.body().data
    const send = (method: 'post' | 'put' | 'delete', path: string, body?: object) => {
      const request = client[method](path).header('X-Cart-Token', token)
      return body ? request.json(body) : request
    }
    const pieces = (response: { body(): { data: { items: { quantity: number }[] } } }) =>
      response.body().data.items.map(({ quantity }) => quantity)

    assert.deepEqual(pieces(await send('post', ITEMS, { sku: one.sku, quantity: 1 })), [3])
    assert.deepEqual(pieces(await send('post', ITEMS, { sku: other.sku, quantity: 1 })), [3, 1])
    assert.deepEqual(pieces(await send('put', `${ITEMS}/${one.sku}`, { quantity: 5 })), [5, 1])
    assert.deepEqual(pieces(await send('delete', `${ITEMS}/${one.sku}`)), [1])
    const gone = await send('delete', `${ITEMS}/${one.sku}`)
    gone.assertStatus(404)
    const absent = await send('put', `${ITEMS}/${one.sku}`, { quantity: 5 })
    absent.assertStatus(404)
    assert.deepEqual(pieces(await send('delete', '/api/v1/cart')), [])
  })

  test('nothing is put in for a car that there is none of', async ({ client, assert }) => {
    const { sku } = await createProduct()
    const refused = await client.post(ITEMS).json({ sku, quantity: 1, vehicle: 2_000_000_000 })
    refused.assertStatus(404)
    assertDescribed(ITEMS, 'post', refused)
    assert.isUndefined(refused.header('x-cart-token'))
  })

  test('it says what is wrong with what is in it', async ({ client, assert }) => {
    const scarce = await createProduct({ stock: 3, price: 10_000 })
    const gone = await createProduct({ stock: 1 })
    const archived = await createProduct()
    const wrong = await createProduct()
    const [clio, polo] = [await createVehicle(), await createVehicle({ model: 'Polo' })]
    await createFitment(wrong.id, clio)
    const first = await client.post(ITEMS).json({ sku: scarce.sku, quantity: 4 })
    const { token } = first.body().data
    for (const body of [
      { sku: gone.sku, quantity: 1 },
      { sku: archived.sku, quantity: 1 },
      { sku: wrong.sku, quantity: 1, vehicle: polo },
    ]) {
      const added = await client.post(ITEMS).header('X-Cart-Token', token).json(body)
      added.assertStatus(201)
    }
    await reserveStock('somebody', [{ productId: gone.id, quantity: 1 }], 15)
    await sql('update products set price = 12000 where id = $1', [scarce.id])
    await sql(`delete from product_listings where product_id = $1`, [archived.id])

    const seen = await client.get('/api/v1/cart').header('X-Cart-Token', token)
    assertDescribed('/api/v1/cart', 'get', seen)
    const { problems, totals } = seen.body().data
    assert.sameDeepMembers(problems, [
      { code: 'insufficient_stock', sku: scarce.sku, available: 3 },
      {
        code: 'price_changed',
        sku: scarce.sku,
        before: { amount: 10_000, currency: 'TND' },
        after: { amount: 12_000, currency: 'TND' },
      },
      { code: 'out_of_stock', sku: gone.sku },
      { code: 'unavailable', sku: archived.sku },
      { code: 'does_not_fit', sku: wrong.sku, vehicle: polo },
    ])
    assert.equal(totals.total.amount, 48_000 + gone.price! + wrong.price!)
    const touched = await client
      .put(`${ITEMS}/${scarce.sku}`)
      .header('X-Cart-Token', token)
      .json({ quantity: 3 })
    const codes = touched.body().data.problems.map(({ sku }: { sku: string }) => sku)
    assert.notInclude(codes, scarce.sku)
  })

  test('INV-12: what is no whole number of pieces is refused and leaves no row', async ({
    client,
    assert,
  }) => {
    const { sku } = await createProduct()
    const first = await client.post(ITEMS).json({ sku, quantity: 1 })
    const { token } = first.body().data
    const wrong = fc.oneof(
      fc.constantFrom<unknown>(
        0,
        -1,
        1.5,
        1e308,
        '1e3',
        2 ** 53,
        null,
        [],
        1e6,
        '1',
        true,
        {},
        1000
      ),
      fc.integer({ max: 0 }),
      fc.integer({ min: 1_000 }),
      fc.double({ noInteger: true }),
      fc.string()
    )
    const property = fc.asyncProperty(wrong, fc.boolean(), async (quantity, isNew) => {
      const request = isNew ? client.post(ITEMS) : client.put(`${ITEMS}/${sku}`)
      const response = await request
        .header('X-Cart-Token', token)
        .json(isNew ? { sku, quantity } : { quantity })
      response.assertStatus(422)
    })
    await fc.assert(property, { numRuns: repeats(60, 200) })
    const rows = await sql('select quantity from cart_items')
    assert.deepEqual(rows, [{ quantity: 1 }])
  })

  test('a cart has its limits', async ({ client, assert }) => {
    const { sku } = await createProduct()
    const first = await client.post(ITEMS).json({ sku, quantity: 999 })
    const { token } = first.body().data
    const more = await client.post(ITEMS).header('X-Cart-Token', token).json({ sku, quantity: 1 })
    more.assertStatus(422)
    assert.equal(more.body().code, 'quantity_too_large')
    const unknown = await client.post(ITEMS).json({ sku: 'NONE', quantity: 1 })
    unknown.assertStatus(404)

    for (let n = 0; n < 99; n++) await createProduct({ sku: `PART-${n}` })
    await sql(
      `insert into cart_items (cart_id, product_id, quantity)
       select c.id, p.id, 1 from carts c, products p where p.sku like 'PART-%'`
    )
    const last = await createProduct()
    const full = await client
      .post(ITEMS)
      .header('X-Cart-Token', token)
      .json({ sku: last.sku, quantity: 1 })
    full.assertStatus(422)
    assert.equal(full.body().code, 'cart_full')
  })

  test('pieces added at the same moment are all there', async ({ client, assert }) => {
    const { sku } = await createProduct()
    const first = await client.post(ITEMS).json({ sku, quantity: 1 })
    const { token } = first.body().data
    await Promise.all(
      Array.from({ length: 20 }, () =>
        client.post(ITEMS).header('X-Cart-Token', token).json({ sku, quantity: 1 })
      )
    )
    assert.deepEqual(await sql('select quantity from cart_items'), [{ quantity: 21 }])
  })

  test('reading takes one statement, writing too', async ({ client, assert }) => {
    const { sku } = await createProduct()
    const first = await client.post(ITEMS).json({ sku, quantity: 1 })
    const { token } = first.body().data
    const read = await statementsDuring(() =>
      client.get('/api/v1/cart').header('X-Cart-Token', token)
    )
    assert.lengthOf(read, 1)
    const written = await statementsDuring(() =>
      client.post(ITEMS).header('X-Cart-Token', token).json({ sku, quantity: 1 })
    )
    assert.lengthOf(written, 1)
  })

  test('what is sold from so many pieces on, or in packs, is told with the nearest quantity, and not ordered otherwise', async ({
    client,
    assert,
  }) => {
    const plugs = await createProduct({ minQuantity: 4, stock: 50 })
    const bulbs = await createProduct({ packSize: 2, stock: 50 })
    const put = (sku: string, quantity: number, token = '') =>
      client.post(ITEMS).header('X-Cart-Token', token).json({ sku, quantity })
    const first = await put(plugs.sku, 3)
    const { token } = first.body().data
    const seen = await put(bulbs.sku, 5, token)
    assertDescribed(ITEMS, 'post', seen)
    const problems = [
      { code: 'below_minimum', sku: plugs.sku, minimum: 4, nearest: 4 },
      { code: 'not_in_packs', sku: bulbs.sku, packSize: 2, nearest: 6 },
    ]
    assert.deepEqual(seen.body().data.problems, problems)

    const start = () => client.post('/api/v1/checkout/sessions').header('X-Cart-Token', token)
    const refused = await start()
    refused.assertStatus(409)
    assertDescribed('/api/v1/checkout/sessions', 'post', refused)
    assert.containSubset(refused.body(), { code: 'quantity_not_sold', lines: problems })
    assert.deepEqual(await sql('select id from reservations'), [])

    for (const { sku, nearest } of problems) {
      const corrected = await client
        .put(`${ITEMS}/${sku}`)
        .header('X-Cart-Token', token)
        .json({ quantity: nearest })
      corrected.assertStatus(200)
    }
    const begun = await start()
    begun.assertStatus(201)
  })

  test('after 30 days it is forgotten', async ({ client, assert }) => {
    const { sku } = await createProduct()
    const first = await client.post(ITEMS).json({ sku, quantity: 1 })
    const { token } = first.body().data
    await sql(`update carts set expires_at = now() - interval '1 second'`)
    const late = await client.get('/api/v1/cart').header('X-Cart-Token', token)
    assert.isEmpty(late.body().data.items)
    await forgetCarts()
    assert.deepEqual(await sql('select id from carts'), [])
  })
})
