import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { mergeGuestCart } from '#app/cart/merge_guest_cart'
import { CustomerEntered } from '#app/customers/customer_entered'
import { loginsOfCustomers } from '#app/customers/customer_logins'
import { sql } from '#app/platform/database/sql'
import db from '@adonisjs/lucid/services/db'
import { repeats } from '#tests/depth'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import {
  createCustomer,
  CUSTOMER_PASSWORD,
  customerBearer,
  newEmail,
} from '#tests/support/customers'
import {
  codeIn,
  complete,
  filledCart,
  guestCart,
  orderIn,
  placedOrder,
  readyCheckoutOf,
} from '#tests/support/purchases'
import { statementsDuring } from '#tests/support/statements'

const CART = '/api/v1/cart'
const ITEMS = '/api/v1/cart/items'
const LOGIN = '/api/v1/auth/login'

type Answer = { body(): { data: { items: { sku: string; quantity: number }[] } } }

const piecesOf = (answer: Answer) =>
  Object.fromEntries(answer.body().data.items.map(({ sku, quantity }) => [sku, quantity]))

/** A group for which everything of a product costs so much. */
async function groupPaying(productId: number, price: number): Promise<number> {
  const code = `garages_${randomUUID().slice(0, 8)}`
  const [{ id }] = await sql<{ id: number }>(
    'insert into customer_groups (code, name) values ($1, $1) returning id',
    [code]
  )
  await sql(
    `with list as (insert into price_lists (name, group_id) values ('Garages', $1) returning id)
     insert into price_rules (price_list_id, product_id, price) select id, $2, $3 from list`,
    [id, productId, price]
  )
  return id
}

test.group('Carts of customers', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('logging in merges the guest cart before it answers; the login alone opens it then', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await customerBearer()
    const [one, other] = [await createProduct(), await createProduct()]
    const put = await client.post(ITEMS).bearerToken(token).json({ sku: one.sku, quantity: 2 })
    put.assertStatus(201)
    assertDescribed(ITEMS, 'post', put)
    assert.isNull(put.body().data.token)
    assert.isUndefined(put.header('x-cart-token'))

    const { token: guest } = await filledCart(3)
    await client.post(ITEMS).header('x-cart-token', guest).json({ sku: one.sku, quantity: 1 })
    await client.post(ITEMS).header('x-cart-token', guest).json({ sku: other.sku, quantity: 4 })
    const login = await client
      .post(LOGIN)
      .header('x-cart-token', guest)
      .json({ email: customer.email, password: CUSTOMER_PASSWORD })
    login.assertStatus(200)

    const cart = await client.get(CART).bearerToken(login.body().data.accessToken)
    assertDescribed(CART, 'get', cart)
    assert.containSubset(piecesOf(cart), { [one.sku]: 3, [other.sku]: 4 })
    assert.lengthOf(cart.body().data.items, 3)
    const byToken = await client.get(CART).header('x-cart-token', guest)
    assert.isEmpty(byToken.body().data.items)
    const again = await client
      .post(LOGIN)
      .header('x-cart-token', guest)
      .json({ email: customer.email, password: CUSTOMER_PASSWORD })
    const same = await client.get(CART).bearerToken(again.body().data.accessToken)
    assert.deepEqual(piecesOf(same), piecesOf(cart))
  })

  test('registering keeps the cart; nobody else gets it with its token', async ({
    client,
    assert,
  }) => {
    const { sku, token } = await filledCart(2)
    const registered = await client
      .post('/api/v1/auth/register')
      .header('x-cart-token', token)
      .json({
        ...{ fullName: 'Amel Trabelsi', email: newEmail(), password: CUSTOMER_PASSWORD },
      })
    const cart = await client.get(CART).bearerToken(registered.body().data.accessToken)
    assert.deepEqual(piecesOf(cart), { [sku]: 2 })

    const { email } = await createCustomer()
    const stranger = await client
      .post(LOGIN)
      .header('x-cart-token', token)
      .json({ email, password: CUSTOMER_PASSWORD })
    const empty = await client.get(CART).bearerToken(stranger.body().data.accessToken)
    assert.isEmpty(empty.body().data.items)
  })

  test('a merged cart holds what one cart may: 999 of a product, 100 products', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await customerBearer()
    const { sku } = await createProduct()
    await client.post(ITEMS).bearerToken(token).json({ sku, quantity: 600 })
    const [{ id }] = await sql<{ id: number }>('select id from carts where customer_id = $1', [
      customer.id,
    ])
    const guest = await guestCart(sku, 700)
    for (let n = 0; n < 60; n++) {
      const [own, others] = [await createProduct(), await createProduct()]
      await sql('insert into cart_items (cart_id, product_id, quantity) values ($1, $2, 1)', [
        id,
        own.id,
      ])
      await client.post(ITEMS).header('x-cart-token', guest).json({ sku: others.sku, quantity: 1 })
      if (n % 20 === 0) await sql('delete from token_buckets')
    }
    await enter(customer.id, guest)
    const cart = await client.get(CART).bearerToken(token)
    assert.lengthOf(cart.body().data.items, 100)
    assert.equal(piecesOf(cart)[sku], 999)
  })

  test('a token that has ended is refused, so that no cart gets lost beside the own', async ({
    client,
  }) => {
    const { customer, token } = await customerBearer()
    await loginsOfCustomers.closeAll(customer.id)
    const cart = await client.get(CART).bearerToken(token)
    cart.assertStatus(401)
    assertDescribed(CART, 'get', cart)
  })

  test('logins and writes at the same moment lose nothing and make one cart', async ({
    client,
    assert,
  }) => {
    for (let round = 0; round < repeats(5, 50); round++) {
      const { customer, token } = await customerBearer()
      const products = [await createProduct(), await createProduct(), await createProduct()]
      const guests = await Promise.all(products.map(({ sku }) => guestCart(sku, 2)))
      const writes = products.map(({ sku }) =>
        client.post(ITEMS).bearerToken(token).json({ sku, quantity: 1 })
      )
      const entries = [...guests, ...guests].map((guest) => enter(customer.id, guest))
      const [answers] = await Promise.all([Promise.all(writes), Promise.all(entries)])
      for (const answer of answers) answer.assertStatus(201)
      const cart = await client.get(CART).bearerToken(token)
      const expected = Object.fromEntries(products.map(({ sku }) => [sku, 3]))
      assert.deepEqual(piecesOf(cart), expected)
    }
  })

  test('the prices of the group apply in the cart, in one statement, and in the order', async ({
    client,
    assert,
  }) => {
    const { id, sku } = await createProduct({ price: 100_000, stock: 10 })
    const groupId = await groupPaying(id, 80_000)
    const { customer, token } = await customerBearer({ groupId })
    await client.post(ITEMS).bearerToken(token).json({ sku, quantity: 1 })
    const { statements, result } = await counted(() => client.get(CART).bearerToken(token))
    assert.equal(result.body().data.totals.total.amount, 80_000)
    assert.isEmpty(result.body().data.problems)
    assert.lengthOf(
      statements.filter(({ text }) => text.includes('cart_seen')),
      1
    )

    const guest = await client.post(ITEMS).json({ sku, quantity: 1 })
    assert.equal(guest.body().data.totals.total.amount, 100_000)

    const order = orderIn(await complete(await readyCheckoutOf({ customerId: customer.id })))
    const [kept] = await sql<{
      customerId: number
      actor: string
      email: string
      subtotal: number
    }>(
      `select o.customer_id as "customerId", e.actor, c.email, o.subtotal from orders o
       join order_events e on e.order_id = o.id join order_contacts c on c.order_id = o.id where o.number = $1`,
      [order.number]
    )
    assert.deepEqual(kept, {
      ...{
        customerId: customer.id,
        actor: customer.actor,
        email: customer.email,
        subtotal: 80_000,
      },
    })
    const emptied = await client.get(CART).bearerToken(token)
    assert.isEmpty(emptied.body().data.items)
  })

  test('a checkout that a guest began goes on after the login, at the prices of the group', async ({
    client,
    assert,
  }) => {
    const { id, sku } = await createProduct({ price: 100_000, stock: 1 })
    const other = await createProduct({ stock: 5 })
    const { customer, token } = await customerBearer({ groupId: await groupPaying(id, 80_000) })
    await client.post(ITEMS).bearerToken(token).json({ sku: other.sku, quantity: 1 })
    const guest = await guestCart(sku)
    const checkout = await readyCheckoutOf({ token: guest })
    const before = await readyCheckoutOf({ customerId: customer.id })
    await enter(customer.id, guest)

    const cheaper = await complete(checkout)
    assert.equal(codeIn(cheaper), 'price_changed')
    const order = orderIn(await complete(checkout))
    const [{ customerId }] = await sql<{ customerId: number }>(
      'select customer_id as "customerId" from orders where number = $1',
      [order.number]
    )
    assert.equal(customerId, customer.id)
    // What was in the cart of the account is still there, and was not ordered.
    const cart = await client.get(CART).bearerToken(token)
    assert.deepEqual(piecesOf(cart), { [other.sku]: 1 })
    const stale = await complete(before)
    assert.equal(stale.status, 409)
    assert.equal(codeIn(stale), 'cart_moved')
  })
})

test.group('Orders of customers', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  async function orderOf(customerId: number) {
    const { sku } = await createProduct({ stock: 5 })
    await sql('select put_in_cart(null, $1, null, $2, 1, null, false)', [customerId, sku])
    return orderIn(await complete(await readyCheckoutOf({ customerId })))
  }

  test('are listed page by page, the newest first, and are nobody else’s', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await customerBearer()
    const numbers: string[] = []
    for (let n = 0; n < 5; n++) {
      const { number } = await orderOf(customer.id)
      numbers.unshift(number)
      await placedOrder()
    }
    for (const path of ['/api/v1/orders', '/api/v1/me/orders']) {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = await client
          .get(path)
          .bearerToken(token)
          .qs({ limit: 2, ...(cursor && { cursor }) })
        page.assertStatus(200)
        assertDescribed(path, 'get', page)
        const { data, meta } = page.body() as {
          data: { number: string }[]
          meta: { nextCursor: string | null }
        }
        seen.push(...data.map(({ number }) => number))
        cursor = meta.nextCursor
      }
      assert.deepEqual(seen, numbers)
      const guest = await client.get(path)
      guest.assertStatus(401)
    }
    const { token: stranger } = await customerBearer()
    const none = await client.get('/api/v1/orders').bearerToken(stranger)
    assert.isEmpty(none.body().data)
  })

  test('open with the login of their customer, and with their token; for others they are not there', async ({
    client,
  }) => {
    const { customer, token } = await customerBearer()
    const { number, token: secret } = await orderOf(customer.id)
    const url = `/api/v1/orders/${number}`
    const own = await client.get(url).bearerToken(token)
    own.assertStatus(200)
    assertDescribed('/api/v1/orders/{number}', 'get', own)
    const byToken = await client.get(url).qs({ token: secret })
    byToken.assertStatus(200)

    const { token: stranger } = await customerBearer()
    const foreign = await client.get(url).bearerToken(stranger)
    foreign.assertStatus(404)
    const guest = await client.get(url)
    guest.assertStatus(404)
    const { number: ofGuest } = await placedOrder()
    const guests = await client.get(`/api/v1/orders/${ofGuest}`).bearerToken(token)
    guests.assertStatus(404)
  })

  test('are cancelled by their customer alone, who is named in their history', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await customerBearer()
    const { number } = await orderOf(customer.id)
    const url = `/api/v1/orders/${number}/cancellation`
    const { token: stranger } = await customerBearer()
    const foreign = await client.post(url).bearerToken(stranger).json({})
    foreign.assertStatus(404)
    const own = await client.post(url).bearerToken(token).json({ reason: 'erreur' })
    own.assertStatus(200)
    assert.equal(own.body().data.state, 'cancelled')
    const [{ actor }] = await sql<{ actor: string }>(
      `select actor from order_events e join orders o on o.id = e.order_id
       where o.number = $1 and type = 'order.cancelled'`,
      [number]
    )
    assert.equal(actor, customer.actor)
  })
})

/** What logging in with the token of a cart does to it. */
const enter = (customerId: number, cartToken: string) =>
  db.transaction((trx) => mergeGuestCart(new CustomerEntered(customerId, () => cartToken, trx)))

async function counted<Result>(work: () => PromiseLike<Result>) {
  let result: Result
  const statements = await statementsDuring(async () => {
    result = await work()
  })
  return { statements, result: result! }
}
