import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { addToCart } from '#app/cart/write_cart'
import { sql } from '#app/platform/database/sql'
import { addAddress } from '#app/customers/write_address'
import { readAddress } from '#app/tunisia/read_address'
import { cancelOrder } from '#app/orders/changing/cancel_order'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import {
  createCustomer,
  CUSTOMER_PASSWORD,
  customerBearer,
  existingAddress,
  orderOf,
} from '#tests/support/customers'
import { ADDRESS } from '#tests/support/purchases'
import { bearer } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'

const EXPORT = '/api/v1/me/export'
const ERASURE = '/api/v1/me/erasure'
const LOGIN = '/api/v1/auth/login'
const password = CUSTOMER_PASSWORD

test.group('Personal data of customers', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })
  group.each.teardown(() => emptyCatalogue())

  test('is told in full: account, addresses, logins, cart and orders, and no password', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await existingAddress()
    const number = await orderOf(customer)
    const { sku } = await createProduct()
    await addToCart({ customerId: customer.id }, { sku, quantity: 2 })
    const response = await client.get(EXPORT).bearerToken(token)
    assertDescribed(EXPORT, 'get', response)
    const { account, addresses, logins, cart, orders } = response.body().data
    assert.equal(account.email, customer.email)
    assert.lengthOf(addresses, 1)
    assert.lengthOf(logins, 1)
    assert.deepEqual(cart, [{ sku, quantity: 2, vehicle: null }])
    assert.equal(orders[0].number, number)
    assert.equal(orders[0].contact.phone, '+21620123456')
    assert.notInclude(response.text(), 'password')
    assert.notInclude(response.text(), customer.password!)
  })

  test('is of nobody else', async ({ client, assert }) => {
    const other = await createCustomer()
    await orderOf(other)
    const { token } = await customerBearer()
    const response = await client.get(EXPORT).bearerToken(token)
    assert.notInclude(response.text(), other.email)
    assert.deepEqual(response.body().data.orders, [])
    const guest = await client.get(EXPORT)
    guest.assertStatus(401)
  })

  test('an account is erased with its password, not while an order is on its way', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await existingAddress()
    const person = {
      fullName: 'Zohra Ferchichi',
      phone: '95 314 159',
      address: '7, impasse du Jasmin',
    }
    await addAddress(customer.id, readAddress({ ...ADDRESS, ...person }), {
      ...{ actor: customer.actor, source: 'api' },
    })
    const number = await orderOf(customer, person)
    const { sku: quoted } = await createProduct()
    const asked = await client
      .post('/api/v1/quotes')
      .bearerToken(token)
      .json({ items: [{ sku: quoted, quantity: 1 }], contact: person })
    asked.assertStatus(201)
    const traces = [customer.email, person.fullName, '95314159', person.address]
    const before = await tracesOf(traces)
    assert.isAtLeast(before.length, 4, 'there is something to erase')
    const erase = (body: object) => client.post(ERASURE).bearerToken(token).json(body)
    const wrong = await erase({ password: 'pas le bon mot de passe' })
    wrong.assertStatus(401)
    const tooEarly = await erase({ password })
    assertDescribed(ERASURE, 'post', tooEarly)
    assert.deepInclude(tooEarly.body(), { status: 409, code: 'order_under_way', orders: [number] })
    await cancelOrder(number, 'renoncé', customer.actor)
    const { sku } = await createProduct()
    await addToCart({ customerId: customer.id }, { sku, quantity: 1 })

    const erased = await erase({ password })
    erased.assertStatus(204)
    const afterwards = await client.get('/api/v1/me').bearerToken(token)
    afterwards.assertStatus(401)
    const login = await client.post(LOGIN).json({ email: customer.email, password })
    login.assertStatus(401)
    assert.deepEqual(await tracesOf(traces), [])
    const [order] = await sql<{ total: number; customerId: number | null }>(
      'select total, customer_id as "customerId" from orders where number = $1',
      [number]
    )
    assert.isAbove(order.total, 0)
    assert.isNull(order.customerId)
    await assertBooks(assert)
  })

  test('answers that are kept for whoever sends again go with the person they tell of', async ({
    client,
    assert,
  }) => {
    await sql('delete from idempotency_keys')
    const [gone, staying] = [await existingAddress(), await existingAddress()]
    const keepAnswer = (token: string) =>
      client
        .post('/api/v1/me/addresses')
        .bearerToken(token)
        .header('Idempotency-Key', randomUUID())
        .json(ADDRESS)
    for (const { token } of [gone, staying]) {
      const answer = await keepAnswer(token)
      answer.assertStatus(201)
    }
    // What staff were answered about them is theirs as well.
    await sql(
      `insert into idempotency_keys (scope, key, fingerprint, state, locked_until, response_status, response_body)
       values ('staff', 'k', ''::bytea, 'done', now(), 201, $1)`,
      [JSON.stringify({ data: { email: gone.customer.email } })]
    )
    const erased = await client
      .post(ERASURE)
      .bearerToken(gone.token)
      .header('Idempotency-Key', randomUUID())
      .json({ password })
    erased.assertStatus(204)
    const kept = await sql<{ owner: string; body: string }>(
      'select owner, response_body as body from idempotency_keys order by created_at'
    )
    assert.deepEqual(
      kept.map(({ owner }) => owner),
      [`customer:${staying.customer.id}`, `customer:${gone.customer.id}`]
    )
    assert.equal(kept[1].body, '', 'of the erasure itself nothing is told')
  })

  test('staff with the right export and erase, and the log keeps who and why', async ({
    client,
    assert,
  }) => {
    const { id, email } = await createCustomer()
    const { token, member } = await bearer('owner')
    const path = `/api/admin/customers/${id}`
    const exported = await client.get(`${path}/export`).bearerToken(token)
    assertDescribed('/api/admin/customers/{id}/export', 'get', exported)
    assert.equal(exported.body().data.account.email, email)
    const mute = await client.post(`${path}/erasure`).bearerToken(token).json({})
    mute.assertStatus(422)
    const reason = 'demande écrite du 12/11'
    const erased = await client.post(`${path}/erasure`).bearerToken(token).json({ reason })
    erased.assertStatus(204)
    const gone = await client.get(path).bearerToken(token)
    gone.assertStatus(404)
    const log = await sql<{ action: string; actor: string; reason: string | null }>(
      `select action, actor, reason from audit_log where entity = 'customers' and entity_id = $1 order by id`,
      [String(id)]
    )
    assert.deepEqual(log.slice(1), [
      { action: 'exported', actor: member.actor, reason: null },
      { action: 'deleted', actor: member.actor, reason },
    ])
    const { token: sales } = await bearer('sales')
    const refused = await client.post(`${path}/erasure`).bearerToken(sales).json({ reason })
    refused.assertStatus(403)
  })
})

/** Tables in which something of a person is still to be found. */
async function tracesOf(texts: string[]) {
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('rate_limits')`
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [{ n }] = await sql<{ n: number }>(
      `select count(*)::int as n from "${name}" t where t::text like any ($1)`,
      [texts.map((text) => `%${text}%`)]
    )
    if (n) found.push(`${name}: ${n}`)
  }
  return found
}
