import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { purchaseOrderQuery } from '#app/purchasing/purchase_order_query'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { sentOrder } from '#tests/support/purchasing'
import { bearer, createStaff } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const API = '/api/admin/purchase-orders'
const PAGES = '/admin/purchase-orders'

const costOf = async (id: number) => {
  const [{ cost }] = await sql<{ cost: number | null }>('select cost from products where id = $1', [
    id,
  ])
  return cost
}

/** An order of four pieces at 10 dinars, and how its fields are named. */
async function ordered() {
  const { id, sku } = await createProduct()
  const number = await sentOrder([{ sku, quantity: 4, cost: 10_000 }])
  const { lines } = await purchaseOrderQuery(number)
  const key = randomUUID()
  return { id, sku, number, line: `l${lines[0].id}`, key }
}

test.group('What suppliers invoice', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    return () => emptyCatalogue()
  })

  test('the invoice decides what a product costs, and its difference to the order is shown', async ({
    assert,
  }) => {
    const { id, number, line, key } = await ordered()
    const buyer = await loggedIn(await createStaff('buyer'))
    const page = `${PAGES}/${number}/receipts/new`
    assert.include(await buyer.htmlOf(page), `name="invoiced[${line}]"`)
    const fields = { key, [`accepted[${line}]`]: '3', [`invoiced[${line}]`]: '11,500' }
    await buyer.post(`${PAGES}/${number}/receipts`, { ...fields, updateCosts: '1' }, page)
    assert.equal(await costOf(id), 11_500)
    const [offer] = await sql<{ cost: number }>(
      'select cost from supplier_offers where product_id = $1',
      [id]
    )
    assert.equal(offer.cost, 11_500)
    const [change] = await sql<{ cost: number; actor: string }>(
      'select new_cost as cost, actor from price_changes where product_id = $1 order by id desc limit 1',
      [id]
    )
    assert.equal(change.cost, 11_500)
    assert.match(change.actor, /^staff:/)
    const html = await buyer.htmlOf(`${PAGES}/${number}`)
    assert.include(html, '+4,500')
    assert.include(html, '10,000 → 11,500')
    await assertBooks(assert)
  })

  test('without the wish to, the product costs what it did', async ({ assert }) => {
    const { id, number, line, key } = await ordered()
    const buyer = await loggedIn(await createStaff('buyer'))
    const page = `${PAGES}/${number}/receipts/new`
    const fields = { key, [`accepted[${line}]`]: '4', [`invoiced[${line}]`]: '9,000' }
    const before = await costOf(id)
    await buyer.post(`${PAGES}/${number}/receipts`, fields, page)
    assert.equal(await costOf(id), before)
    assert.include(await buyer.htmlOf(`${PAGES}/${number}`), '-4,000')
  })

  test('programs say it and read it back', async ({ assert, client }) => {
    const { id, sku, number } = await ordered()
    const { token } = await bearer('buyer')
    const body = { updateCosts: true, lines: [{ sku, accepted: 2, invoicedCost: 12_000 }] }
    const received = await client.post(`${API}/${number}/receipts`).bearerToken(token).json(body)
    received.assertStatus(201)
    assert.equal(await costOf(id), 12_000)
    const shown = await client.get(`${API}/${number}`).bearerToken(token)
    const [receipt] = shown.body().data.receipts
    assert.deepEqual(receipt.difference, { amount: 4_000, currency: 'TND' })
    assert.equal(receipt.invoiced[0].invoicedCost.amount, 12_000)
    const { token: warehouse } = await bearer('warehouse')
    const seen = await client.get(`${API}/${number}`).bearerToken(warehouse)
    const [bare] = seen.body().data.receipts
    assert.notProperty(bare, 'invoiced')
    assert.notProperty(bare, 'difference')
  })

  test('who may not know costs sees no field and writes none', async ({ assert, client }) => {
    const { sku, number, line, key } = await ordered()
    const warehouse = await loggedIn(await createStaff('warehouse'))
    const page = `${PAGES}/${number}/receipts/new`
    assert.notInclude(await warehouse.htmlOf(page), 'invoiced[')
    const fields = { key, [`accepted[${line}]`]: '1', [`invoiced[${line}]`]: '1,000' }
    const typed = await warehouse.post(`${PAGES}/${number}/receipts`, fields, page)
    assert.equal(typed.status, 403)
    const { token } = await bearer('warehouse')
    const receive = (one: object) =>
      client
        .post(`${API}/${number}/receipts`)
        .bearerToken(token)
        .json({ lines: [one] })
    const sent = await receive({ sku, accepted: 1, invoicedCost: 1_000 })
    sent.assertStatus(403)
    const [{ count }] = await sql<{ count: number }>(
      'select count(*)::int as count from purchase_receipts'
    )
    assert.equal(count, 0)
    const without = await receive({ sku, accepted: 1 })
    without.assertStatus(201)
    assert.notInclude(await warehouse.htmlOf(`${PAGES}/${number}`), 'Écart de facture')
  })
})
