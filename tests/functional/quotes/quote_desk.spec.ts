import { test } from '@japa/runner'
import { eraseQuoteContacts } from '#app/quotes/personal_quotes'
import { quoteQuery } from '#app/quotes/quote_query'
import { quoteToken } from '#app/quotes/quote_token'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { customerBearer } from '#tests/support/customers'
import { ACCEPTANCE, CONTACT, letExpire, openQuote, stateOf } from '#tests/support/quotes'
import { bearer, createStaff } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { loggedIn, WebVisitor } from '#tests/support/web_visitor'
import db from '@adonisjs/lucid/services/db'

const QUOTES = '/api/admin/quotes'

test.group('Quote desk', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })
  group.each.teardown(() => emptyCatalogue())

  test('quotes are listed by where they stand, and page by page', async ({ client, assert }) => {
    const numbers = [await openQuote(), await openQuote(), await openQuote()]
    await letExpire(numbers[0])
    const { token } = await bearer('counter')
    const list = (query: object) => client.get(QUOTES).qs(query).bearerToken(token)
    const found = (response: { body(): { data: { number: string }[] } }) =>
      response.body().data.map(({ number }) => number)
    const first = await list({ limit: 2 })
    assertDescribed(QUOTES, 'get', first)
    assert.deepEqual(found(first), [numbers[2], numbers[1]])
    const rest = await list({ limit: 2, cursor: first.body().meta.nextCursor })
    assert.deepEqual(found(rest), [numbers[0]])
    assert.deepEqual(found(await list({ state: 'expired' })), [numbers[0]])
    assert.deepEqual(found(await list({ state: 'open' })), [numbers[2], numbers[1]])
    assert.deepEqual(found(await list({ q: numbers[1].toLowerCase() })), [numbers[1]])
  })

  test('staff extend, refuse and accept by JSON', async ({ client, assert }) => {
    const { token } = await bearer('counter')
    const post = (number: string, way: string, body: object) =>
      client.post(`${QUOTES}/${number}/${way}`).bearerToken(token).json(body)
    const number = await openQuote()
    const extended = await post(number, 'extension', { hours: 48 })
    assertDescribed(`${QUOTES}/{number}/extension`, 'post', extended)
    extended.assertStatus(200)
    assert.isAbove(Date.parse(extended.body().data.expiresAt), Date.now() + 47 * 3_600_000)
    const accepted = await post(number, 'acceptance', ACCEPTANCE)
    assertDescribed(`${QUOTES}/{number}/acceptance`, 'post', accepted)
    assert.match(accepted.body().data.orderNumber, /^SAP-/)
    const late = await post(number, 'refusal', { reason: 'trop cher' })
    late.assertStatus(409)
    const reader = await bearer('readonly')
    const forbidden = await client
      .post(`${QUOTES}/${number}/extension`)
      .bearerToken(reader.token)
      .json({ hours: 2 })
    forbidden.assertStatus(403)
  })

  test('the page shows the time that is left, and becomes the order', async ({ assert }) => {
    const number = await openQuote()
    const counter = await loggedIn(await createStaff('counter'))
    assert.include(await counter.htmlOf('/admin/quotes'), number)
    const page = `/admin/quotes/${number}`
    assert.include(await counter.htmlOf(`/admin/palette?q=${number}`), page)
    const html = await counter.htmlOf(page)
    assert.match(html, /<x-countdown until="[^"]+" dir="ltr">1:5\d</)
    assert.include(html, 'https://wa.me/216')
    const wrong = await counter.post(
      `${page}/acceptance`,
      { ...ACCEPTANCE, delegation: 'Rome' },
      page
    )
    assert.equal(wrong.status, 303)
    const done = await counter.post(`${page}/acceptance`, ACCEPTANCE, page)
    assert.match(done.to!, /\/admin\/orders\/SAP-/)
    assert.include(await counter.htmlOf(page), 'Accepté')
  })

  test('whoever has the link sees the quote and accepts it', async ({ assert }) => {
    const { sku } = await createProduct({ nameFr: 'Alternateur' })
    const number = await openQuote([{ sku, quantity: 1 }])
    const buyer = new WebVisitor()
    const page = `/quotes/${number}?token=${encodeURIComponent(quoteToken(number))}`
    const html = await buyer.htmlOf(page)
    assert.include(html, 'Alternateur')
    const fields = { ...ACCEPTANCE, token: quoteToken(number) }
    const done = await buyer.post(`/quotes/${number}/acceptance`, fields, page)
    assert.equal(done.status, 303)
    assert.include(await buyer.htmlOf(page), 'SAP-')
    assert.equal(await buyer.statusOf(`/quotes/${number}?token=forged`), 404)
    assert.equal(await stateOf(number), 'accepted')
  })

  test('a customer is told of quotes, and erased from them', async ({ client, assert }) => {
    const { customer, token } = await customerBearer()
    const { sku } = await createProduct()
    const asked = await client
      .post('/api/v1/quotes')
      .bearerToken(token)
      .json({ items: [{ sku, quantity: 1 }], contact: CONTACT })
    const { number } = asked.body().data
    const told = await client.get('/api/v1/me/export').bearerToken(token)
    assert.equal(told.body().data.quotes[0].number, number)
    await db.transaction((trx) => eraseQuoteContacts({ customerId: customer.id, trx } as never))
    const { contact } = await quoteQuery(number)
    assert.isNull(contact)
    const [{ kept }] = await sql<{ kept: number }>(
      `select count(*)::int as kept from audit_log where entity = 'quotes' and changes::text like '%20123456%'`
    )
    assert.equal(kept, 0)
  })

  test('the list asks as often for many quotes as for few', async ({ assert }) => {
    const counter = await loggedIn(await createStaff('counter'))
    const visit = () => counter.get('/admin/quotes')
    const { sku } = await createProduct({ stock: 100 })
    await openQuote([{ sku, quantity: 1 }])
    const few = await statementsOfVisit(visit)
    for (let n = 0; n < 20; n++) await openQuote([{ sku, quantity: 1 }])
    assert.equal(await statementsOfVisit(visit), few)
  })
})
