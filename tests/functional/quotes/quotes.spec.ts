import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { acceptQuote } from '#app/quotes/accept_quote'
import { drawUpQuote } from '#app/quotes/draw_up_quote'
import { extendQuote } from '#app/quotes/extend_quote'
import { refuseQuote } from '#app/quotes/refuse_quote'
import { quoteQuery } from '#app/quotes/quote_query'
import { quoteToken } from '#app/quotes/quote_token'
import { sql } from '#app/platform/database/sql'
import { readAddress } from '#app/tunisia/read_address'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { ADDRESS } from '#tests/support/purchases'
import { ACCEPTANCE, CONTACT, letExpire, newPhone, openQuote, stateOf } from '#tests/support/quotes'
import { TESTING } from '#tests/support/staff'
import { assertBooks, levelsOf } from '#tests/support/stock'
import { createVehicle } from '#tests/support/vehicles'

const QUOTES = '/api/v1/quotes'
const QUOTE = `${QUOTES}/{number}`
const accepted = {
  ...{ address: readAddress(ADDRESS), optionId: 'home' },
  paymentMethod: 'cod' as const,
}

const accept = (client: ApiClient, number: string, key: string = randomUUID()) =>
  client
    .post(`${QUOTES}/${number}/acceptance`)
    .header('idempotency-key', key)
    .json({ ...ACCEPTANCE, token: quoteToken(number) })

test.group('Quotes', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })
  group.each.teardown(() => emptyCatalogue())

  test('a quote holds its pieces and comes with a message for WhatsApp', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ stock: 5, price: 12_500 })
    const vehicle = await createVehicle()
    const response = await client.post(QUOTES).json({
      items: [
        { sku: product.sku, quantity: 1 },
        { sku: product.sku, quantity: 1 },
      ],
      ...{ vehicle, contact: CONTACT },
    })
    assertDescribed(QUOTES, 'post', response)
    response.assertStatus(201)
    const { number, token, total, whatsappUrl, expiresAt, items } = response.body().data
    assert.match(number, /^D-\d{4}-\d{6}$/)
    assert.deepEqual(total, { amount: 25_000, currency: 'TND' })
    assert.lengthOf(items, 1)
    assert.closeTo(Date.parse(expiresAt), Date.now() + 2 * 3_600_000, 60_000)
    assert.deepEqual(await levelsOf(product.id), [{ onHand: 5, reserved: 2, backordered: 0 }])

    const text = new URL(whatsappUrl).searchParams.get('text')!
    for (const part of [number, product.sku, 'Clio IV', '25,000', token]) {
      assert.include(decodeURIComponent(text), decodeURIComponent(part))
    }
    const seen = await client.get(`${QUOTES}/${number}`).qs({ token })
    assertDescribed(QUOTE, 'get', seen)
    assert.equal(seen.body().data.state, 'open')
    assert.notInclude(seen.text(), 'Amel')
    const closed = await client.get(`${QUOTES}/${number}`).qs({ token: quoteToken('D-2026-1') })
    closed.assertStatus(404)
    await assertBooks(assert)
  })

  test('what is not sold, not there or too much is refused, and nothing is held', async ({
    client,
    assert,
  }) => {
    const { sku, id } = await createProduct({ stock: 1 })
    const ask = (items: object[], contact: object = CONTACT) =>
      client.post(QUOTES).json({ items, contact })
    const unknown = await ask([
      { sku, quantity: 1 },
      { sku: 'NONE', quantity: 1 },
    ])
    unknown.assertStatus(422)
    assert.equal(unknown.body().errors[0].field, 'items.1.sku')
    const tooMany = await ask([{ sku, quantity: 2 }])
    tooMany.assertStatus(409)
    assertDescribed(QUOTES, 'post', tooMany)
    assert.deepEqual(tooMany.body().lines, [{ sku, quantity: 2, available: 1 }])
    const nobody = await ask([{ sku, quantity: 1 }], { ...CONTACT, phone: '123' })
    nobody.assertStatus(422)
    const nothing = await ask([])
    nothing.assertStatus(422)
    const forNoCar = await client
      .post(QUOTES)
      .json({ items: [{ sku, quantity: 1 }], vehicle: 2_000_000_000, contact: CONTACT })
    forNoCar.assertStatus(404)
    assertDescribed(QUOTES, 'post', forNoCar)
    assert.deepEqual(await levelsOf(id), [{ onHand: 1, reserved: 0, backordered: 0 }])
  })

  test('buyers are quoted what is sold, from so many pieces on and in packs; the desk may open one', async ({
    client,
    assert,
  }) => {
    const plugs = await createProduct({ minQuantity: 4, stock: 50 })
    const bulbs = await createProduct({ packSize: 2, stock: 50 })
    const items = [
      { sku: plugs.sku, quantity: 3 },
      { sku: bulbs.sku, quantity: 5 },
    ]
    const refused = await client.post(QUOTES).json({ items, contact: CONTACT })
    refused.assertStatus(409)
    assertDescribed(QUOTES, 'post', refused)
    assert.containSubset(refused.body(), {
      code: 'quantity_not_sold',
      lines: [
        { code: 'below_minimum', sku: plugs.sku, minimum: 4, nearest: 4 },
        { code: 'not_in_packs', sku: bulbs.sku, packSize: 2, nearest: 6 },
      ],
    })
    assert.deepEqual(await sql('select from reservations'), [])
    const allowed = refused
      .body()
      .lines.map(({ sku, nearest }: { sku: string; nearest: number }) => ({
        ...{ sku, quantity: nearest },
      }))
    const quoted = await client.post(QUOTES).json({ items: allowed, contact: CONTACT })
    quoted.assertStatus(201)
    const contact = { ...CONTACT, phone: newPhone(), email: null }
    const atDesk = { customerId: null, groupId: null, isAtDesk: true }
    assert.match(await drawUpQuote({ items, contact, locale: 'fr' }, atDesk, TESTING), /^D-/)
  })

  test('nobody holds the shelves by asking again and again', async ({ client, assert }) => {
    const { sku } = await createProduct({ stock: 10 })
    const body = { items: [{ sku, quantity: 1 }], contact: CONTACT }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client.post(QUOTES).json(body))
    )
    const statuses = answers.map((answer) => answer.status()).sort((a, b) => a - b)
    assert.deepEqual(statuses, [201, 201, 201, 409, 409])
    const refused = answers.find((answer) => answer.status() === 409)!
    assert.equal(refused.body().code, 'too_many_quotes')
  })

  test('accepted, it is an order at the prices and with the pieces of the quote', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ stock: 2, price: 10_000 })
    const number = await openQuote([{ sku: product.sku, quantity: 2 }])
    await sql('update products set price = 99000 where id = $1', [product.id])
    const key = randomUUID()
    const first = await accept(client, number, key)
    assertDescribed(`${QUOTE}/acceptance`, 'post', first)
    first.assertStatus(201)
    const { order } = first.body().data
    assert.equal(order.totals.subtotal.amount, 20_000)
    assert.equal(order.totals.shipping.amount, 8_000)
    assert.deepEqual(await levelsOf(product.id), [{ onHand: 2, reserved: 2, backordered: 0 }])

    const again = await accept(client, number, key)
    assert.equal(again.text(), first.text())
    const other = await accept(client, number)
    other.assertStatus(409)
    assert.equal(other.body().code, 'quote_closed')
    assert.equal(other.body().orderNumber, order.number)
    const quote = await quoteQuery(number)
    assert.deepEqual([quote.state, quote.orderNumber], ['accepted', order.number])
    await assertBooks(assert)
  })

  test('two who accept at the same moment make one order', async ({ assert }) => {
    const number = await openQuote()
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => acceptQuote(number, accepted, TESTING))
    )
    assert.lengthOf(
      tries.filter(({ status }) => status === 'fulfilled'),
      1
    )
    assert.deepEqual(await sql('select count(*)::int as n from orders'), [{ n: 1 }])
    await assertBooks(assert)
  })

  test('once expired it is not accepted, but may be extended while the pieces are there', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ stock: 1 })
    const number = await openQuote([{ sku: product.sku, quantity: 1 }])
    await letExpire(number)
    const late = await accept(client, number)
    late.assertStatus(409)
    assert.equal(late.body().code, 'quote_expired')

    await extendQuote(number, 24, TESTING)
    assert.equal(await stateOf(number), 'open')
    assert.deepEqual(await levelsOf(product.id), [{ onHand: 1, reserved: 1, backordered: 0 }])

    await letExpire(number)
    await openQuote([{ sku: product.sku, quantity: 1 }])
    await assert.rejects(() => extendQuote(number, 24, TESTING), /Some of it is gone|available/)
    assert.equal(await stateOf(number), 'expired')
    await assertBooks(assert)
  })

  test('refused, its pieces are free and it stays closed', async ({ assert }) => {
    const product = await createProduct({ stock: 1 })
    const number = await openQuote([{ sku: product.sku, quantity: 1 }])
    await refuseQuote(number, 'trop cher', TESTING)
    assert.deepEqual(await levelsOf(product.id), [{ onHand: 1, reserved: 0, backordered: 0 }])
    await assert.rejects(() => acceptQuote(number, accepted, TESTING))
    await assert.rejects(() => extendQuote(number, 2, TESTING))
    await assert.rejects(() => refuseQuote(number, 'encore', TESTING))
  })

  test('a shop that does not deliver there says so, and the quote stays open', async ({
    assert,
  }) => {
    const number = await openQuote()
    await assert.rejects(() => acceptQuote(number, { ...accepted, optionId: 'moon' }, TESTING))
    assert.equal(await stateOf(number), 'open')
  })
})
