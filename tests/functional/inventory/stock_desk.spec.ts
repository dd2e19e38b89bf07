import { test } from '@japa/runner'
import { adjustStock } from '#app/inventory/adjust_stock'
import { reserveStock } from '#app/inventory/reservations'
import { stockMovementsQuery } from '#app/inventory/stock_movements_query'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { bearer, createStaff } from '#tests/support/staff'
import { assertBooks, levelsOf } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const STOCK = '/api/admin/stock'

test.group('Stock, for staff', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('levels are listed page by page, low and back-ordered ones apart', async ({
    client,
    assert,
  }) => {
    const full = await createProduct({ stock: 9 })
    const low = await createProduct({ stock: 2, nameFr: 'Alternateur' })
    const late = await createProduct({ stock: 0, orderable: true })
    await reserveStock('order:1', [{ productId: late.id, quantity: 3 }], 15)
    const { token } = await bearer('warehouse')
    const list = (query: object) => client.get(STOCK).qs(query).bearerToken(token)
    const skus = (response: { body(): { data: { product: { sku: string } }[] } }) =>
      response.body().data.map(({ product }) => product.sku)

    const first = await list({ limit: 2 })
    assertDescribed(STOCK, 'get', first)
    assert.deepEqual(skus(first), [full.sku, low.sku])
    const second = await list({ limit: 2, cursor: first.body().meta.nextCursor })
    assert.deepEqual(skus(second), [late.sku])
    assert.containSubset(second.body().data, [{ onHand: 0, available: 0, backordered: 3 }])
    assert.deepEqual(skus(await list({ group: 'low' })), [low.sku, late.sku])
    assert.deepEqual(skus(await list({ group: 'backordered' })), [late.sku])
    assert.deepEqual(skus(await list({ q: 'alternateur' })), [low.sku])
    assert.deepEqual(skus(await list({ location: 'boutique' })), [])
  })

  test('pieces are counted, received, written off and carried; the book knows why', async ({
    client,
    assert,
  }) => {
    const { id: productId } = await createProduct({ stock: 5 })
    await reserveStock('order:1', [{ productId, quantity: 4 }], 15)
    const { token } = await bearer('warehouse')
    const say = (body: object) =>
      client
        .post(`${STOCK}/adjustments`)
        .bearerToken(token)
        .json({ productId, location: 'depot', reason: 'essai', ...body })
    const received = await say({ kind: 'receipt', quantity: 2 })
    assertDescribed(`${STOCK}/adjustments`, 'post', received)
    assert.deepEqual(received.body().data, { onHand: 7, reserved: 4, putOff: 0 })
    const counted = await say({ kind: 'stock_take', quantity: 3 })
    assert.deepEqual(counted.body().data, { onHand: 3, reserved: 3, putOff: 1 })
    const lost = await say({ kind: 'write_off', quantity: 4 })
    lost.assertStatus(422)
    assertDescribed(`${STOCK}/adjustments`, 'post', lost)
    const nowhere = await say({ kind: 'receipt', quantity: 1, location: 'lune' })
    nowhere.assertStatus(422)
    const unknown = await say({ kind: 'receipt', quantity: 1, productId: 999_999 })
    unknown.assertStatus(404)

    const carry = (quantity: number) =>
      client
        .post(`${STOCK}/transfers`)
        .bearerToken(token)
        .json({ productId, from: 'depot', to: 'boutique', quantity, reason: 'essai' })
    const promised = await carry(1)
    promised.assertStatus(409)
    assertDescribed(`${STOCK}/transfers`, 'post', promised)
    assert.containSubset(promised.body(), { code: 'stock_promised', free: 0, missing: 1 })
    await say({ kind: 'return', quantity: 5 })
    const carried = await carry(2)
    carried.assertStatus(204)
    assert.deepEqual(await levelsOf(productId), [
      { onHand: 6, reserved: 4, backordered: 0 },
      { onHand: 2, reserved: 0, backordered: 0 },
    ])
    await assertBooks(assert)
  })

  test('the database itself holds no level with more promised than there is, nor less than nothing', async ({
    assert,
  }) => {
    const { id } = await createProduct({ stock: 3 })
    for (const wrong of ['reserved = 4', 'reserved = -1', 'on_hand = -1', 'backordered = -1']) {
      await assert.rejects(
        () => sql(`update stock_levels set ${wrong} where product_id = $1`, [id]),
        /check constraint/
      )
    }
    assert.containSubset(await levelsOf(id), [{ onHand: 3, reserved: 0, backordered: 0 }])
  })

  test('who may only look cannot change anything', async ({ client }) => {
    const { id: productId } = await createProduct()
    const { token } = await bearer('sales')
    const list = await client.get(STOCK).bearerToken(token)
    list.assertStatus(200)
    const refused = await client
      .post(`${STOCK}/adjustments`)
      .bearerToken(token)
      .json({ productId, location: 'depot', kind: 'receipt', quantity: 1, reason: 'essai' })
    refused.assertStatus(403)
  })

  test('a stock-take on the page says what it has put off', async ({ assert }) => {
    const { id, sku } = await createProduct({ stock: 2 })
    await reserveStock('order:1', [{ productId: id, quantity: 2 }], 15)
    const browser = await loggedIn(await createStaff('warehouse'))
    const todos = async () => {
      const html = await browser.htmlOf('/admin')
      return html.slice(html.indexOf('id="todos"'))
    }
    assert.notInclude(await todos(), '/admin/stock?group=backordered')
    const page = `/admin/stock/${id}`
    const fields = { kind: 'stock_take', location: 'depot', quantity: '1', reason: 'comptage' }
    const { status } = await browser.post(`${page}/adjustments`, fields, page)
    assert.equal(status, 303)
    const { html } = await browser.get(page)
    assert.include(html, 'Des pièces déjà promises manquent')
    assert.include(html, 'comptage')
    const list = await browser.get('/admin/stock?group=backordered')
    assert.include(list.html, sku)
    assert.include(await todos(), '/admin/stock?group=backordered')

    await browser.post(`${page}/adjustments`, { ...fields, kind: 'receipt', quantity: '3' }, page)
    const after = await browser.get(page)
    assert.include(after.html, 'Le stock est à jour.')
    assert.notInclude(after.html, 'Des pièces déjà promises manquent')
    const unknown = await browser.get('/admin/stock/999999')
    assert.equal(unknown.status, 404)
  })

  test('what has happened to a part is told page by page, the newest first', async ({ assert }) => {
    const { id } = await createProduct({ stock: 5 })
    const acting = { actor: 'staff:1', source: 'api' } as const
    for (const quantity of [1, 2, 3]) {
      const receipt = { kind: 'receipt', location: 'depot', quantity, reason: 'essai' } as const
      await adjustStock({ productId: id, ...receipt }, acting)
    }
    const first = await stockMovementsQuery(id, 2)
    assert.deepEqual(
      first.page.map(({ quantity }) => quantity),
      [3, 2]
    )
    const second = await stockMovementsQuery(id, 2, first.nextCursor!)
    assert.deepEqual(
      second.page.map(({ quantity }) => quantity),
      [1, 5]
    )
    assert.isNull(second.nextCursor)
  })
})
