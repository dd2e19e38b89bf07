import { test } from '@japa/runner'
import { orderPalette } from '#app/orders/desk/order_palette'
import { ageOf } from '#app/orders/desk/age_of'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { emptyCatalogue } from '#tests/support/catalogue'
import { placedOrder } from '#tests/support/purchases'
import { bearer, createStaff } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const ORDERS = '/api/admin/orders'
const ORDER = `${ORDERS}/{number}`

test.group('Order desk', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('orders are listed by state, found by number and telephone', async ({ client, assert }) => {
    const numbers = [await placedOrder(), await placedOrder(), await placedOrder()].map(
      ({ number }) => number
    )
    const { token } = await bearer('counter')
    const list = (query: object) => client.get(ORDERS).qs(query).bearerToken(token)
    const found = (response: { body(): { data: { number: string }[] } }) =>
      response.body().data.map(({ number }) => number)

    const first = await list({ limit: 2 })
    assertDescribed(ORDERS, 'get', first)
    assert.deepEqual(found(first), [numbers[2], numbers[1]])
    const second = await list({ limit: 2, cursor: first.body().meta.nextCursor })
    assert.deepEqual(found(second), [numbers[0]])
    assert.deepEqual(found(await list({ q: numbers[1].toLowerCase() })), [numbers[1]])
    assert.lengthOf(found(await list({ q: '+216 20 123 456' })), 3)
    assert.deepEqual(found(await list({ state: 'confirmed' })), [])
    assert.lengthOf(await orderPalette(numbers[0], 'fr'), 1)
  })

  test('a list of orders is exported as it is: its filter and its order', async ({ assert }) => {
    const [first, second] = [await placedOrder(), await placedOrder()]
    await sql(`update orders set state = 'completed' where number = $1`, [first.number])
    const owner = await loggedIn(await createStaff())
    for (const search of ['', '?state=completed', `?q=${second.number}`, '?q=20%20123%20456']) {
      const page = await owner.htmlOf(`/admin/orders${search}`)
      const listed = [...page.matchAll(/href="\/admin\/orders\/(SAP-[^"]+)"/g)].map(
        ([, one]) => one
      )
      const [, link] = /href="(\/admin\/orders\/export\.csv[^"]*)"/.exec(page)!
      const csv = await owner.htmlOf(link.replaceAll('&amp;', '&'))
      const [, ...rows] = csv.trim().split('\n')
      assert.isNotEmpty(listed, search)
      assert.deepEqual(
        rows.map((row) => row.split(',')[0]),
        listed
      )
    }
    const readonly = await loggedIn(await createStaff('readonly'))
    assert.equal(await readonly.statusOf('/admin/orders/export.csv'), 403)
    const accountant = await loggedIn(await createStaff('accountant'))
    assert.equal(await accountant.statusOf('/admin/leads/export'), 403, 'who may not see leads')
  })

  test('an order is confirmed, noted and cancelled; each leaves its event', async ({
    client,
    assert,
  }) => {
    const { number } = await placedOrder()
    const { token, member } = await bearer('counter')
    const post = (what: string, body: object = {}) =>
      client.post(`${ORDERS}/${number}/${what}`).bearerToken(token).json(body)
    const confirmed = await post('confirmation')
    confirmed.assertStatus(204)
    const twice = await post('confirmation')
    twice.assertStatus(409)
    assertDescribed(`${ORDER}/confirmation`, 'post', twice)
    const noted = await post('notes', { text: 'livrer après 17 h' })
    noted.assertStatus(204)
    const mute = await post('cancellation')
    mute.assertStatus(422)
    const cancelled = await post('cancellation', { reason: 'injoignable' })
    cancelled.assertStatus(204)

    const seen = await client.get(`${ORDERS}/${number}`).bearerToken(token)
    assertDescribed(ORDER, 'get', seen)
    const { events, state, version } = seen.body().data
    assert.equal(state, 'cancelled')
    assert.equal(version, 4)
    assert.deepEqual(
      events.map(({ type, actor }: { type: string; actor: string }) => [type, actor]),
      [
        ['order.placed', 'guest'],
        ['order.confirmed', member.actor],
        ['order.noted', member.actor],
        ['order.cancelled', member.actor],
      ]
    )
    const [{ held }] = await sql<{ held: number }>(
      `select count(*)::int as held from reservations where state = 'held'`
    )
    assert.equal(held, 0)
    const unknown = await client.get(`${ORDERS}/SAP-2026-999999`).bearerToken(token)
    unknown.assertStatus(404)
    await assertBooks(assert)
  })

  test('the warehouse looks at orders and confirms none', async ({ client }) => {
    const { number } = await placedOrder()
    const { token } = await bearer('warehouse')
    const seen = await client.get(`${ORDERS}/${number}`).bearerToken(token)
    seen.assertStatus(200)
    const refused = await client
      .post(`${ORDERS}/${number}/confirmation`)
      .bearerToken(token)
      .json({})
    refused.assertStatus(403)
  })

  test('the desk shows the queue, and confirms from the page', async ({ assert }) => {
    const { number } = await placedOrder()
    const browser = await loggedIn(await createStaff('counter'))
    const queue = await browser.get('/admin/orders?state=placed')
    assert.include(queue.html, number)
    assert.include(queue.html, '20 123 456')
    const page = `/admin/orders/${number}`
    const { status } = await browser.post(`${page}/confirmation`, {}, page)
    assert.equal(status, 303)
    const { html } = await browser.get(page)
    assert.include(html, 'Commande confirmée')
    const emptied = await browser.get('/admin/orders?state=placed')
    assert.notInclude(emptied.html, number)
  })

  test('places are named in the language of the page', async ({ assert }) => {
    const { number } = await placedOrder()
    const browser = await loggedIn(await createStaff('counter'))
    const french = await browser.htmlOf(`/admin/orders/${number}`)
    assert.include(french, 'Sakiet Ezzit, Sfax')
    const arabic = await browser.htmlOf(`/admin/orders/${number}?locale=ar`)
    assert.include(arabic, 'ساقية الزيت, صفاقس')
    assert.notInclude(arabic, 'Sakiet Ezzit')
  })

  test('ages are told in the unit that people use', ({ assert }) => {
    const now = new Date('2026-11-26T12:00:00Z')
    const age = (minutes: number) => ageOf(new Date(now.getTime() - minutes * 60_000), now)
    assert.deepEqual(age(59), { key: 'orders.age_minutes', count: 59 })
    assert.deepEqual(age(60 * 47), { key: 'orders.age_hours', count: 47 })
    assert.deepEqual(age(60 * 48), { key: 'orders.age_days', count: 2 })
  })
})
