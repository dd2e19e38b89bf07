import { test } from '@japa/runner'
import { orderQuery } from '#app/orders/order_query'
import { trackOrder } from '#app/orders/buyers/track_order'
import { sql } from '#app/platform/database/sql'
import { createPromotion } from '#app/pricing/write_promotion'
import { sellAtCounter } from '#app/quotes/sell_at_counter'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { knowSeller } from '#tests/support/invoices'
import { pdfText } from '#tests/support/pdf_text'
import { forgetPromotions } from '#tests/support/promotions'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { newPhone } from '#tests/support/quotes'
import { assertBooks, levelsOf } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const FORM = '/admin/quotes/new'
const SELL = '/admin/quotes/counter-sales'
const STRANGER = { customerId: null, groupId: null, isAtDesk: true }

const sold = (items: { sku: string; quantity: number }[], phone: string | null = null) =>
  sellAtCounter(
    { items, passer: { fullName: null, phone }, locale: 'fr' },
    STRANGER,
    'Comptoir',
    TESTING
  )

test.group('Walk-ins', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetPromotions()
    await sql('delete from rate_limits')
    const forget = knowSeller()
    return async () => {
      forget()
      await forgetPromotions()
      await emptyCatalogue()
    }
  })

  test('nobody has to say who they are, and the papers say walk-in', async ({ assert }) => {
    const { sku } = await createProduct({ stock: 5, price: 65_900 })
    const counter = await loggedIn(await createStaff('counter'))
    const { to } = await counter.post(SELL, { 'sku[]': [sku], 'quantity[]': ['2'] }, FORM)
    const number = to!.split('/').pop()!
    const order = await orderQuery(number)
    assert.deepInclude(order, { state: 'completed', paymentState: 'paid', customerId: null })
    assert.deepInclude(order!.contact, { fullName: null, phone: null, isWalkIn: true })
    const receipt = await counter.htmlOf(to!)
    assert.include(receipt, 'Client de passage')
    assert.include(receipt, '131,800')
    for (const page of ['/admin/orders', `/admin/orders/${number}`]) {
      const html = await counter.htmlOf(page)
      assert.include(html, 'Client de passage')
      assert.notInclude(html, 'tel:')
    }
    await assertBooks(assert)
  })

  test('a telephone alone is enough to find the order again, and a wrong one is refused', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 5 })
    const counter = await loggedIn(await createStaff('counter'))
    const parts = { 'sku[]': [sku], 'quantity[]': ['1'] }
    await counter.post(SELL, { ...parts, phone: '123' }, FORM)
    assert.include(await counter.htmlOf(FORM), 'value="123"')
    const phone = newPhone()
    const { to } = await counter.post(SELL, { ...parts, phone }, FORM)
    const number = to!.split('/').pop()!
    const tracked = await trackOrder(number, phone.slice(-4))
    assert.equal(tracked.number, number)
    const found = await counter.htmlOf(`/admin/orders?q=${encodeURIComponent(phone)}`)
    assert.include(found, number)
  })

  test('an order of nobody is tracked by nobody', async ({ assert }) => {
    const { sku } = await createProduct({ stock: 5 })
    const number = await sold([{ sku, quantity: 1 }])
    for (const ending of ['0000', 'null', '']) {
      await assert.rejects(() => trackOrder(number, ending))
    }
  })

  test('staff read the same through the API', async ({ assert, client }) => {
    const { sku } = await createProduct({ stock: 5 })
    const number = await sold([{ sku, quantity: 1 }])
    const { token } = await bearer('counter')
    const one = await client.get(`/api/admin/orders/${number}`).bearerToken(token)
    one.assertStatus(200)
    assert.deepInclude(one.body().data.contact, { fullName: null, phone: null, isWalkIn: true })
    const list = await client.get('/api/admin/orders').bearerToken(token)
    const listed = list.body().data.find((order: { number: string }) => order.number === number)
    assert.deepEqual(listed.customer, { fullName: null, phone: null, isWalkIn: true })
  })

  test('everybody whose order goes somewhere still has a name and a telephone', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 5 })
    const number = await sold([{ sku, quantity: 1 }])
    const { id } = await orderQuery(number)
    await assert.rejects(
      () => sql('update order_contacts set is_walk_in = false where order_id = $1', [id]),
      /only_walk_ins_are_unnamed/
    )
    const counter = await loggedIn(await createStaff('counter'))
    const parts = { 'sku[]': [sku], 'quantity[]': ['1'] }
    const quoted = await counter.post('/admin/quotes', parts, FORM)
    assert.notMatch(quoted.to!, /D-\d/)
  })

  test('what each gets once is not for somebody of whom nobody could know', async ({ assert }) => {
    const { sku } = await createProduct({ stock: 5, price: 100_000 })
    const once = { name: 'Bienvenue', kind: 'percent' as const, percent: 10, oncePerCustomer: true }
    await createPromotion(once, TESTING)
    const { total } = await orderQuery(await sold([{ sku, quantity: 1 }]))
    assert.equal(total, 100_000)
    const known = await orderQuery(await sold([{ sku, quantity: 1 }], newPhone()))
    assert.equal(known!.total, 90_000)
  })

  test('whoever has sold prints the invoice, once, and only of that sale', async ({
    assert,
    client,
  }) => {
    const { sku } = await createProduct({ stock: 5, price: 65_900 })
    const seller = await loggedIn(await createStaff('counter'))
    const colleague = await loggedIn(await createStaff('counter'))
    const { to: sale } = await seller.post(SELL, { 'sku[]': [sku], 'quantity[]': ['1'] }, FORM)
    const invoice = `${sale}/invoice`
    assert.equal(await seller.statusOf(invoice), 404)
    assert.include(await seller.htmlOf(sale!), 'Émettre la facture')
    assert.notInclude(await colleague.htmlOf(sale!), 'Émettre la facture')
    const other = await colleague.post(invoice, {}, FORM)
    assert.equal(other.status, 404)

    for (let nth = 0; nth < 2; nth++) {
      const { to } = await seller.post(invoice, {}, FORM)
      assert.equal(to, invoice)
    }
    const html = await seller.htmlOf(invoice)
    assert.include(html, 'Client de passage')
    assert.include(html, `${invoice}/pdf`)
    assert.notInclude(html, 'href="/admin/invoices')
    const [{ count }] = await sql<{ count: number }>('select count(*)::int as count from invoices')
    assert.equal(count, 1)

    const [{ number }] = await sql<{ number: string }>('select number from invoices')
    assert.equal(await seller.statusOf(`/admin/invoices/${number}`), 403)
    assert.equal(await colleague.statusOf(invoice), 404)
    assert.equal(await colleague.statusOf(`${invoice}/pdf`), 404)
    const { token } = await bearer('accountant')
    const pdf = await client.get(`/api/admin/invoices/${number}/pdf`).bearerToken(token)
    assert.include(pdfText(pdf.body()), 'Client de passage')
    const accountant = await loggedIn(await createStaff('accountant'))
    assert.equal(await accountant.statusOf(invoice), 200)
    assert.include(await accountant.htmlOf('/admin/invoices'), 'Client de passage')
  })

  test('the invoice may say a company all the same', async ({ assert }) => {
    const { sku } = await createProduct({ stock: 5 })
    const seller = await loggedIn(await createStaff('counter'))
    const { to: sale } = await seller.post(SELL, { 'sku[]': [sku], 'quantity[]': ['1'] }, FORM)
    const company = { name: 'Garage du Port', taxId: '1234567R/A/M/000' }
    await seller.post(`${sale}/invoice`, company, sale!)
    const html = await seller.htmlOf(`${sale}/invoice`)
    assert.include(html, 'Garage du Port')
    assert.notInclude(html, 'Client de passage')
  })

  test('an order that was not handed over has no receipt', async ({ assert }) => {
    const counter = await loggedIn(await createStaff('counter'))
    assert.equal(await counter.statusOf(`${SELL}/SAP-2026-999999`), 404)
  })
})

/** What breaks at the very end of a sale, when everything else is written. */
const BREAKING = `
  create function break_remittance() returns trigger language plpgsql as $$
    begin raise exception 'the till is on fire'; end $$`
const BREAK_LAST_WRITE = `
  create trigger break_remittance before insert on payment_events
    for each row when (new.type = 'moved.remitted') execute function break_remittance()`

test.group('A sale is one commit', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    return () => emptyCatalogue()
  })

  test('what fails last leaves nothing of it', async ({ assert }) => {
    const { id, sku } = await createProduct({ stock: 5 })
    const before = await countsOf()
    await sql(BREAKING)
    await sql(BREAK_LAST_WRITE)
    try {
      await assert.rejects(() => sold([{ sku, quantity: 2 }]), /till is on fire/)
    } finally {
      await sql('drop function break_remittance cascade')
    }
    assert.deepEqual(await countsOf(), before)
    assert.deepInclude(await levelOf(id), { onHand: 5, reserved: 0 })
    await sold([{ sku, quantity: 2 }])
    assert.deepInclude(await levelOf(id), { onHand: 3, reserved: 0 })
    await assertBooks(assert)
  })

  test('two counters that sell the same parts in other orders both get through', async ({
    assert,
  }) => {
    const parts = [await createProduct({ stock: 40 }), await createProduct({ stock: 40 })]
    const items = parts.map(({ sku }) => ({ sku, quantity: 1 }))
    const sales = Array.from({ length: 20 }, (_, nth) => sold(nth % 2 ? items : items.toReversed()))
    const numbers = await Promise.all(sales)
    assert.equal(new Set(numbers).size, 20)
    for (const { id } of parts) {
      assert.deepInclude(await levelOf(id), { onHand: 20, reserved: 0 })
    }
    await assertBooks(assert)
  })

  test('the last piece is sold once', async ({ assert }) => {
    const { id, sku } = await createProduct({ stock: 1 })
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, () => sold([{ sku, quantity: 1 }]))
    )
    assert.lengthOf(
      tried.filter(({ status }) => status === 'fulfilled'),
      1
    )
    assert.deepInclude(await levelOf(id), { onHand: 0, reserved: 0 })
    await assertBooks(assert)
  })
})

async function levelOf(id: number) {
  const [level] = await levelsOf(id)
  return level
}

/** How much there is of all that a sale writes. */
async function countsOf() {
  const tables = ['orders', 'order_contacts', 'payments', 'parcels', 'reservations', 'outbox']
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  const [row] = await sql(`select ${counts.join(', ')}`)
  return row
}
