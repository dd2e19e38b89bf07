import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { purchasingPalette } from '#app/purchasing/purchasing_palette'
import { receiveDelivery } from '#app/purchasing/receive_delivery'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { newSupplier, sentOrder } from '#tests/support/purchasing'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const SUPPLIERS = '/api/admin/suppliers'
const SUGGESTIONS = '/api/admin/purchase-suggestions'

test.group('Suppliers', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('they are added once, changed, listed and found', async ({ client, assert }) => {
    const { token } = await bearer('buyer')
    const post = (body: object) => client.post(SUPPLIERS).bearerToken(token).json(body)
    const added = await post({ name: 'Méditerranée Distribution', minimumOrder: 250_000 })
    assertDescribed(SUPPLIERS, 'post', added)
    const { id } = added.body().data
    assert.deepEqual(added.body().data.minimumOrder, { amount: 250_000, currency: 'TND' })
    assert.isNull(added.body().data.leadTime)
    const same = await post({ name: 'MEDITERRANEE distribution' })
    same.assertStatus(409)
    const changed = await client
      .patch(`${SUPPLIERS}/${id}`)
      .bearerToken(token)
      .json({ leadDays: 6, active: false })
    assertDescribed(`${SUPPLIERS}/{id}`, 'patch', changed)
    await newSupplier({ name: 'Zaghouan Pièces' })
    const list = (query: object) => client.get(SUPPLIERS).qs(query).bearerToken(token)
    const names = (response: { body(): { data: { name: string }[] } }) =>
      response.body().data.map(({ name }) => name)
    const first = await list({ limit: 1 })
    assertDescribed(SUPPLIERS, 'get', first)
    assert.deepEqual(names(first), ['Méditerranée Distribution'])
    const second = await list({ limit: 1, cursor: first.body().meta.nextCursor })
    assert.deepEqual(names(second), ['Zaghouan Pièces'])
    assert.deepEqual(names(await list({ q: 'mediterranee' })), ['Méditerranée Distribution'])
    assert.deepEqual(names(await list({ active: 'true' })), ['Zaghouan Pièces'])
    assert.lengthOf(await purchasingPalette('zaghouan'), 1)
    const { token: counter } = await bearer('counter')
    const refused = await client.get(SUPPLIERS).bearerToken(counter)
    refused.assertStatus(403)
  })

  test('their deliveries tell how long they take, in all and for a product', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('buyer')
    const supplier = await newSupplier()
    const { id, sku } = await createProduct()
    for (const days of [2, 3, 10]) {
      const number = await sentOrder([{ sku, quantity: 1, cost: 1_000 }], supplier.id)
      await sql(
        `update purchase_orders set sent_at = sent_at - $2 * interval '1 day' where number = $1`,
        [number, days]
      )
      await receiveDelivery(number, 'k', { lines: [{ sku, accepted: 1 }] }, TESTING)
    }
    const figures = { deliveries: 3, median: 3, ninetieth: 10 }
    const seen = await client.get(`${SUPPLIERS}/${supplier.id}`).bearerToken(token)
    assertDescribed(`${SUPPLIERS}/{id}`, 'get', seen)
    assert.deepEqual(seen.body().data.leadTime, figures)
    const offer = (body: object) =>
      client.put(`${SUPPLIERS}/${supplier.id}/offers/${id}`).bearerToken(token).json(body)
    await offer({ cost: 900 })
    await offer({ cost: 950, reference: 'R-1' })
    const offers = await client.get(`${SUPPLIERS}/${supplier.id}/offers`).bearerToken(token)
    assertDescribed(`${SUPPLIERS}/{id}/offers`, 'get', offers)
    assert.containSubset(offers.body().data, [
      { reference: 'R-1', cost: { amount: 950 }, leadTime: figures },
    ])
    assert.lengthOf(offers.body().data, 1)
    const gone = await client.delete(`${SUPPLIERS}/${supplier.id}/offers/${id}`).bearerToken(token)
    gone.assertStatus(204)
    const twice = await client.delete(`${SUPPLIERS}/${supplier.id}/offers/${id}`).bearerToken(token)
    twice.assertStatus(404)
  })

  test('what runs out is suggested in packs of the cheapest, and lands on one draft', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('buyer')
    const [cheap, dear] = [await newSupplier(), await newSupplier()]
    const low = await createProduct({ stock: 1 })
    const bare = await createProduct({ stock: 0 })
    await createProduct({ stock: 9 })
    const offer = (supplierId: number, body: object) =>
      client.put(`${SUPPLIERS}/${supplierId}/offers/${low.id}`).bearerToken(token).json(body)
    await offer(cheap.id, { cost: 900, pack: 4, minimum: 2 })
    await offer(dear.id, { cost: 1_900 })
    const limited = await client
      .put('/api/admin/stock/limits')
      .bearerToken(token)
      .json({ productId: low.id, location: 'depot', lowStockAt: 3 })
    limited.assertStatus(204)

    const list = await client.get(SUGGESTIONS).bearerToken(token)
    assertDescribed(SUGGESTIONS, 'get', list)
    // Twice the limit of 3, less the one that is there, is 5: two packs of 4.
    assert.containSubset(list.body().data, [
      { product: { id: low.id }, supplier: { id: cheap.id }, quantity: 8, lowStockAt: 3 },
      { product: { id: bare.id }, supplier: null },
    ])
    assert.lengthOf(list.body().data, 2)
    const order = () =>
      client
        .post(SUGGESTIONS)
        .bearerToken(token)
        .json({ productIds: [low.id, bare.id] })
    const [one, other] = await Promise.all([order(), order()])
    assertDescribed(SUGGESTIONS, 'post', one)
    const drafts = [one, other].flatMap((answer) => answer.body().data)
    assert.lengthOf(new Set(drafts.map(({ number }) => number)), 1)
    assert.sameMembers(
      drafts.map(({ lines }) => lines),
      [0, 1]
    )
  })

  test('whoever sets a limit is in the log, and the list follows', async ({ client, assert }) => {
    const { token, member } = await bearer('warehouse')
    const { id, slug } = await createProduct({ stock: 5 })
    const put = (lowStockAt: number) =>
      client
        .put('/api/admin/stock/limits')
        .bearerToken(token)
        .json({ productId: id, location: 'depot', lowStockAt })
    const set = await put(5)
    set.assertStatus(204)
    const [told] = await sql<{ type: string }>(
      `select type from outbox where aggregate_id = $1 order by id desc limit 1`,
      [String(id)]
    )
    assert.equal(told.type, 'stock.availability_changed')
    const [entry] = await sql<{ actor: string; changes: object }>(
      `select actor, changes from audit_log where entity = 'products' and entity_id = $1 order by id desc limit 1`,
      [String(id)]
    )
    assert.equal(entry.actor, member.actor)
    assert.deepEqual(entry.changes, { low_stock_at: [2, 5] })
    assert.isString(slug)
  })

  test('pages: a draft is edited line by line and received in the warehouse', async ({
    assert,
  }) => {
    const buyer = await loggedIn(await createStaff('buyer'))
    const { sku } = await createProduct({ stock: 0 })
    const supplier = await newSupplier({ name: 'Comptoir du Sahel' })
    const begun = await buyer.post(
      '/admin/purchase-orders',
      { supplierId: String(supplier.id), location: 'depot' },
      '/admin/purchase-orders/new'
    )
    const page = begun.to!
    await buyer.post(`${page}/lines`, { sku, newQuantity: '6', newCost: '12,500' }, page)
    const [line] = await sql<{ id: number }>('select id from purchase_order_lines')
    const fields = { [`quantity[l${line.id}]`]: '4', [`cost[l${line.id}]`]: '11' }
    await buyer.post(`${page}/lines`, fields, page)
    const draft = await buyer.htmlOf(page)
    assert.include(draft, '44,000')
    assert.include(draft, 'Marquer comme envoyée')
    await buyer.post(`${page}/sending`, { mail: '0' }, page)
    const paper = await buyer.htmlOf(`${page}/print`)
    assert.include(paper, 'Bon de commande')
    assert.include(paper, 'Comptoir du Sahel')

    const warehouse = await loggedIn(await createStaff('warehouse'))
    const form = `${page}/receipts/new`
    const counted = { key: '0123456789abcdef', [`accepted[l${line.id}]`]: '5' }
    const tooMany = await warehouse.post(`${page}/receipts`, counted, form)
    assert.equal(tooMany.status, 303)
    const right = { ...counted, [`accepted[l${line.id}]`]: '4' }
    await warehouse.post(`${page}/receipts`, right, form)
    const received = await warehouse.htmlOf(page)
    assert.include(received, 'Reçue')
    assert.notInclude(received, '44,000')
    const sheet = await buyer.htmlOf(`/admin/suppliers/${supplier.id}`)
    assert.include(sheet, 'Livraisons mesurées')
  })
})
