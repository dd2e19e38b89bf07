import { test } from '@japa/runner'
import { reserveStock } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { assertDescribed } from '#tests/support/api_contract'
import { createKit, assertBooks, levelsOf } from '#tests/support/stock'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { newSupplier, sentOrder } from '#tests/support/purchasing'
import { bearer } from '#tests/support/staff'

const ORDERS = '/api/admin/purchase-orders'
const ORDER = `${ORDERS}/{number}`

test.group('Orders to suppliers', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('a draft gets what the supplier asks, is sent by mail and confirmed', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('buyer')
    const supplier = await newSupplier({ email: 'ventes@sfax.example', leadDays: 5 })
    const pads = await createProduct({ sku: 'PAD-1', stock: 0 })
    const other = await createProduct({ sku: 'PAD-2' })
    const offered = await client
      .put(`/api/admin/suppliers/${supplier.id}/offers/${pads.id}`)
      .bearerToken(token)
      .json({ reference: 'SIP-77', cost: 41_250, pack: 4, minimum: 8 })
    offered.assertStatus(204)

    const lines = [
      { sku: pads.sku, quantity: 8 },
      { sku: pads.sku, quantity: 4 },
      { sku: other.sku, quantity: 1, cost: 9_000 },
    ]
    const drafted = await client
      .post(ORDERS)
      .bearerToken(token)
      .json({ supplierId: supplier.id, lines })
    assertDescribed(ORDERS, 'post', drafted)
    const { number } = drafted.body().data
    assert.match(number, /^BC-\d{4}-\d{5}$/)
    assert.containSubset(drafted.body().data, {
      state: 'draft',
      total: { amount: 12 * 41_250 + 9_000 },
      lines: [
        { product: { sku: 'PAD-1' }, reference: 'SIP-77', ordered: 12, cost: { amount: 41_250 } },
        { product: { sku: 'PAD-2' }, ordered: 1, cost: { amount: 9_000 } },
      ],
    })

    const post = (what: string, body: object = {}) =>
      client.post(`${ORDERS}/${number}/${what}`).bearerToken(token).json(body)
    const early = await post('confirmation')
    early.assertStatus(409)
    assertDescribed(`${ORDER}/{move}`, 'post', early)
    const sent = await post('sending')
    sent.assertStatus(204)
    const twice = await post('sending')
    twice.assertStatus(409)
    assert.equal(twice.body().code, 'purchase_order_moved_on')
    const [mail] = await sql<{ data: object }>(
      `select data from ${JOBS_SCHEMA}.job where name = 'mail' order by created_on desc limit 1`
    )
    assert.isDefined(mail)

    const seen = await client.get(`${ORDERS}/${number}`).bearerToken(token)
    assertDescribed(ORDER, 'get', seen)
    const [{ due }] = await sql<{ due: string }>('select (day_in_tunis() + 5)::text as due')
    assert.equal(seen.body().data.expectedOn, due)
    const confirmed = await post('confirmation', {
      expectedOn: '2027-01-15',
      supplierReference: 'F-9',
    })
    confirmed.assertStatus(204)
    const changed = await client
      .put(`${ORDERS}/${number}/lines`)
      .bearerToken(token)
      .json({ lines: [] })
    changed.assertStatus(409)
    const again = await client.get(`${ORDERS}/${number}`).bearerToken(token)
    assert.containSubset(again.body().data, {
      state: 'confirmed',
      expectedOn: '2027-01-15',
      supplierReference: 'F-9',
    })
  })

  test('nothing empty is sent, nobody without an address is mailed, no kit is ordered', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('buyer')
    const supplier = await newSupplier()
    const post = (path: string, body: object) => client.post(path).bearerToken(token).json(body)
    const empty = await post(ORDERS, { supplierId: supplier.id })
    const { number } = empty.body().data
    const unsent = await post(`${ORDERS}/${number}/sending`, {})
    assert.equal(unsent.body().code, 'purchase_order_empty')
    const kit = await createKit([await createProduct()])
    const put = (lines: object[]) =>
      client.put(`${ORDERS}/${number}/lines`).bearerToken(token).json({ lines })
    const refused = await put([{ sku: kit.sku, quantity: 1 }])
    refused.assertStatus(422)
    assertDescribed(`${ORDER}/lines`, 'put', refused)
    const { sku } = await createProduct()
    const filled = await put([{ sku, quantity: 1 }])
    filled.assertStatus(204)
    const mute = await post(`${ORDERS}/${number}/sending`, {})
    assert.equal(mute.body().code, 'supplier_email_missing')
    const byHand = await post(`${ORDERS}/${number}/sending`, { mail: false })
    byHand.assertStatus(204)
  })

  test('a delivery moves stock once, serves who waits first, and teaches the lead time', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('warehouse')
    const awaited = await createProduct({ stock: 0, orderable: true })
    const plain = await createProduct({ stock: 1 })
    await reserveStock('order:waiting', [{ productId: awaited.id, quantity: 2 }], null)
    const number = await sentOrder([
      { sku: awaited.sku, quantity: 5, cost: 1_000 },
      { sku: plain.sku, quantity: 2, cost: 2_000 },
    ])
    await sql(
      `update purchase_orders set sent_at = sent_at - interval '4 days' where number = $1`,
      [number]
    )
    const stock = await client.get('/api/admin/stock').bearerToken(token)
    assertDescribed('/api/admin/stock', 'get', stock)
    assert.containSubset(stock.body().data, [{ product: { sku: awaited.sku }, incoming: 5 }])

    const receive = (body: object, key = 'first') =>
      client
        .post(`${ORDERS}/${number}/receipts`)
        .bearerToken(token)
        .header('idempotency-key', key)
        .json(body)
    const first = { deliveryNote: 'BL 4', lines: [{ sku: awaited.sku, accepted: 3, refused: 1 }] }
    const partial = await receive(first)
    assertDescribed(`${ORDER}/receipts`, 'post', partial)
    assert.deepEqual(partial.body().data, { number: `${number}/1`, state: 'partial' })
    const replayed = await receive(first)
    assert.equal(replayed.header('idempotency-replayed'), 'true')
    assert.deepEqual(replayed.body(), partial.body())
    const reused = await receive({ lines: [{ sku: plain.sku, accepted: 1 }] })
    reused.assertStatus(422)
    assert.equal(reused.body().code, 'idempotency_key_reused')
    assert.deepEqual(await levelsOf(awaited.id), [{ onHand: 3, reserved: 2, backordered: 0 }])

    const rest = {
      lines: [
        { sku: awaited.sku, accepted: 2 },
        { sku: plain.sku, accepted: 3 },
      ],
    }
    const over = await receive(rest, 'second')
    over.assertStatus(409)
    assertDescribed(`${ORDER}/receipts`, 'post', over)
    assert.containSubset(over.body(), {
      code: 'over_delivery',
      lines: [{ sku: plain.sku, ordered: 2, received: 3 }],
    })
    const taken = await receive({ ...rest, acceptOver: true }, 'second')
    assert.deepEqual(taken.body().data, { number: `${number}/2`, state: 'received' })
    assert.deepEqual(await levelsOf(plain.id), [{ onHand: 4, reserved: 0, backordered: 0 }])
    const movements = await sql<{ reference: string; quantity: number }>(
      `select reference, quantity from stock_movements where cause = 'receipt' order by id`
    )
    assert.deepEqual(movements, [
      { reference: `${number}/1`, quantity: 3 },
      { reference: `${number}/2`, quantity: 2 },
      { reference: `${number}/2`, quantity: 3 },
    ])
    const observed = await sql<{ days: number; quantity: number }>(
      'select days, quantity from lead_times order by id'
    )
    assert.sameDeepMembers(observed, [
      { days: 4, quantity: 3 },
      { days: 4, quantity: 2 },
      { days: 4, quantity: 3 },
    ])
    const after = await client.get(`${ORDERS}/${number}`).bearerToken(token)
    assert.notProperty(after.body().data, 'total')
    assert.containSubset(after.body().data.lines, [{ received: 5, refused: 1 }, { received: 3 }])
    await assertBooks(assert)
  })

  test('the same delivery twenty times at once is one receipt', async ({ client, assert }) => {
    const { token } = await bearer('warehouse')
    const { id, sku } = await createProduct({ stock: 0 })
    const number = await sentOrder([{ sku, quantity: 50, cost: 1_000 }])
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client
          .post(`${ORDERS}/${number}/receipts`)
          .bearerToken(token)
          .header('idempotency-key', 'once')
          .json({ lines: [{ sku, accepted: 10 }] })
      )
    )
    for (const answer of answers) answer.assertStatus(201)
    assert.deepEqual(await levelsOf(id), [{ onHand: 10, reserved: 0, backordered: 0 }])
    await assertBooks(assert)
  })

  test('costs follow a delivery when asked, by whoever may; the rest is closed', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('buyer')
    const { token: warehouse } = await bearer('warehouse')
    const { id, sku } = await createProduct()
    const number = await sentOrder([{ sku, quantity: 4, cost: 7_777 }])
    const body = { updateCosts: true, lines: [{ sku, accepted: 1 }] }
    const receive = (who: string) =>
      client.post(`${ORDERS}/${number}/receipts`).bearerToken(who).json(body)
    const refused = await receive(warehouse)
    refused.assertStatus(403)
    const taken = await receive(token)
    taken.assertStatus(201)
    const [product] = await sql<{ cost: number }>('select cost from products where id = $1', [id])
    assert.equal(product.cost, 7_777)
    const closed = await client.post(`${ORDERS}/${number}/closing`).bearerToken(token).json({})
    closed.assertStatus(204)
    const late = await receive(token)
    late.assertStatus(409)
    const stock = await client.get('/api/admin/stock').bearerToken(token)
    assert.containSubset(stock.body().data, [{ incoming: 0 }])
    await assertBooks(assert)
  })

  test('late ones are listed, page by page', async ({ client, assert }) => {
    const { token } = await bearer('buyer')
    const supplier = await newSupplier()
    const line = async () => {
      const { sku } = await createProduct()
      return [{ sku, quantity: 1, cost: 1 }]
    }
    const numbers = [
      await sentOrder(await line(), supplier.id),
      await sentOrder(await line(), supplier.id),
      await sentOrder(await line()),
    ]
    await sql(`update purchase_orders set expected_on = day_in_tunis() - 1 where number = $1`, [
      numbers[1],
    ])
    const list = (query: object) => client.get(ORDERS).qs(query).bearerToken(token)
    const found = (response: { body(): { data: { number: string }[] } }) =>
      response.body().data.map(({ number }) => number)
    const first = await list({ limit: 2 })
    assertDescribed(ORDERS, 'get', first)
    assert.deepEqual(found(first), [numbers[2], numbers[1]])
    const second = await list({ limit: 2, cursor: first.body().meta.nextCursor })
    assert.deepEqual(found(second), [numbers[0]])
    assert.deepEqual(found(await list({ late: 'true' })), [numbers[1]])
    assert.deepEqual(found(await list({ supplierId: supplier.id })), [numbers[1], numbers[0]])
    assert.deepEqual(found(await list({ q: numbers[0].toLowerCase() })), [numbers[0]])
    assert.deepEqual(found(await list({ state: 'draft' })), [])
  })
})
