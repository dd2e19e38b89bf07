import { test } from '@japa/runner'
import { orderQuery } from '#app/orders/order_query'
import { sql } from '#app/platform/database/sql'
import { quoteQuery } from '#app/quotes/quote_query'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createCustomer } from '#tests/support/customers'
import { newPhone, openQuote } from '#tests/support/quotes'
import { createStaff } from '#tests/support/staff'
import { assertBooks, createKit, levelsOf } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const FORM = '/admin/quotes/new'
const SELL = '/admin/quotes/counter-sales'

const buyer = () => ({ fullName: 'Amel Ben Salah', phone: newPhone() })

test.group('Quotes and sales written by staff', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })
  group.each.teardown(() => emptyCatalogue())

  test('a part is looked for, added, taken out, and no word of it is lost', async ({ assert }) => {
    const { sku } = await createProduct({ nameFr: 'Plaquettes avant Clio IV', stock: 5 })
    const counter = await loggedIn(await createStaff('counter'))
    const typed = { ...buyer(), q: 'plaquettes clio' }
    const looked = await counter.post('/admin/quotes', typed, FORM)
    assert.match(looked.to!, /\/admin\/quotes\/new\?q=plaquettes/)
    const found = await counter.htmlOf(looked.to!)
    assert.include(found, `name="add" value="${sku}"`)
    assert.include(found, '5 en stock')
    const added = await counter.post('/admin/quotes', { ...typed, add: sku }, FORM)
    const chosen = await counter.htmlOf(added.to!)
    assert.include(chosen, `name="sku[]" value="${sku}"`)
    assert.include(chosen, typed.phone.slice(1))
    const lines = { 'sku[]': [sku], 'quantity[]': ['2'] }
    const again = await counter.post('/admin/quotes', { ...lines, add: sku }, FORM)
    assert.include(decodeURIComponent(again.to!), 'quantity[]=3')
    const dropped = await counter.post('/admin/quotes', { ...lines, drop: sku }, FORM)
    assert.equal(dropped.to, FORM)
  })

  test('the quote holds its pieces at what this customer pays, however many are open', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 5, price: 100_000 })
    const counter = await loggedIn(await createStaff('counter'))
    const { id: customerId, fullName } = await createCustomer()
    const phone = `+21655${String(customerId).padStart(6, '0')}`
    await sql('update customers set phone = $2 where id = $1', [customerId, phone])
    const fields = { fullName, phone, 'sku[]': [sku], 'quantity[]': ['1'] }
    for (let nth = 0; nth < 4; nth++) {
      const { to } = await counter.post('/admin/quotes', fields, FORM)
      const quote = await quoteQuery(to!.split('/').pop()!)
      assert.equal(quote.customerId, customerId)
      assert.equal(quote.total, 100_000)
    }
  })

  test('what is missing is asked for, and what was typed stays', async ({ assert }) => {
    const { sku } = await createProduct({ stock: 5 })
    const counter = await loggedIn(await createStaff('counter'))
    const parts = `${FORM}?${new URLSearchParams({ 'sku[]': sku })}`
    const fields = { 'fullName': 'Amel', 'phone': '123', 'sku[]': [sku], 'quantity[]': ['2'] }
    const { status } = await counter.post('/admin/quotes', fields, parts)
    assert.equal(status, 303)
    const html = await counter.htmlOf(parts)
    assert.include(html, 'value="123"')
    const empty = await counter.post('/admin/quotes', buyer(), FORM)
    assert.equal(empty.status, 303)
    const [{ count }] = await sql<{ count: number }>('select count(*)::int as count from quotes')
    assert.equal(count, 0)
  })

  test('who stands at the counter pays and leaves with the parts', async ({ assert }) => {
    const { id, sku } = await createProduct({ stock: 5, price: 65_900 })
    const counter = await loggedIn(await createStaff('counter'))
    const fields = { ...buyer(), 'sku[]': [sku], 'quantity[]': ['2'] }
    const { to } = await counter.post(SELL, fields, FORM)
    const order = await orderQuery(to!.split('/').pop()!)
    assert.deepInclude(order, { state: 'completed', paymentState: 'paid', total: 131_800 })
    assert.equal(order!.deliveryState, 'delivered')
    const [level] = await levelsOf(id)
    assert.deepInclude(level, { onHand: 3, reserved: 0 })
    const page = await counter.htmlOf(`/admin/orders/${order!.number}`)
    for (const words of ['Au comptoir', 'Encaissé au comptoir', 'Payé au comptoir', 'En caisse']) {
      assert.include(page, words)
    }
    const paid = await loggedIn(await createStaff('accountant'))
    const payments = await paid.htmlOf('/admin/payments')
    assert.include(payments, 'Encaissé au comptoir')
    assert.notMatch(page + payments.split('<tbody>')[1], /livreur|En livraison|À la livraison/)
    await assertBooks(assert)
  })

  test('nobody walks out with pieces that are still to come', async ({ assert }) => {
    const { sku } = await createProduct({ stock: 1, orderable: true })
    const counter = await loggedIn(await createStaff('counter'))
    const fields = { ...buyer(), 'sku[]': [sku], 'quantity[]': ['2'] }
    await counter.post(SELL, fields, FORM)
    assert.include(await counter.htmlOf(FORM), 'plus assez de pièces')
    const [{ count }] = await sql<{ count: number }>('select count(*)::int as count from quotes')
    assert.equal(count, 0)
  })

  test('kits are sold as long as their components last', async ({ assert }) => {
    const kit = await createKit([
      await createProduct({ stock: 2 }),
      await createProduct({ stock: 3 }),
    ])
    const counter = await loggedIn(await createStaff('counter'))
    const fields = { ...buyer(), 'sku[]': [kit.sku], 'quantity[]': ['1'] }
    const { to } = await counter.post(SELL, fields, FORM)
    assert.match(to!, /counter-sales\/SAP-/)
    await assertBooks(assert)
  })

  test('sales needs the right to hand over; who may only read writes nothing', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 5 })
    const fields = { ...buyer(), 'sku[]': [sku], 'quantity[]': ['1'] }
    const sales = await loggedIn(await createStaff('sales'))
    const refused = await sales.post(SELL, fields, FORM)
    assert.equal(refused.status, 403)
    assert.notInclude(await sales.htmlOf(FORM), 'Vendre au comptoir')
    const reader = await loggedIn(await createStaff('readonly'))
    assert.equal(await reader.statusOf(FORM), 403)
  })

  test('what is collected needs no address', async ({ assert }) => {
    const number = await openQuote()
    const page = `/admin/quotes/${number}`
    const counter = await loggedIn(await createStaff('counter'))
    const collected = { ...buyer(), governorate: 'TN-11', optionId: 'pickup', paymentMethod: 'cod' }
    const brought = await counter.post(
      `${page}/acceptance`,
      { ...collected, optionId: 'home' },
      page
    )
    assert.notMatch(brought.to!, /SAP-/)
    const { to } = await counter.post(`${page}/acceptance`, collected, page)
    const order = await orderQuery(to!.split('/').pop()!)
    assert.equal(order!.governorate, 'TN-61')
    assert.equal(order!.contact!.address, 'Retrait en boutique')
  })
})
