import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { addToCart } from '#app/cart/write_cart'
import { cancelOrder } from '#app/orders/changing/cancel_order'
import { orderQuery } from '#app/orders/order_query'
import { rebuildOrders } from '#app/orders/changing/rebuild_orders'
import { reopenOrder } from '#app/orders/changing/reopen_order'
import { SHOP } from '#app/orders/shop_actor'
import { sql } from '#app/platform/database/sql'
import { createPromotion } from '#app/pricing/write_promotion'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createCustomer, customerBearer } from '#tests/support/customers'
import { createCoupon, forgetPromotions, usesOf } from '#tests/support/promotions'
import { codeIn, complete, filledCart, orderIn, readyCheckoutOf } from '#tests/support/purchases'
import { TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'

const CART = '/api/v1/cart'
const COUPON = `${CART}/coupon`
const SESSION = '/api/v1/checkout/sessions/{id}'

test.group('Promotions of a cart', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetPromotions()
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })
  group.each.teardown(async () => {
    await emptyCatalogue()
    await forgetPromotions()
  })

  const cartOf = (quantity = 1, price = 40_000) => filledCart(quantity, { price, stock: 100 })

  test('a coupon is put in whatever its cases, told, and taken out', async ({ client, assert }) => {
    const { code } = await createCoupon()
    const { token } = await cartOf(2)
    const put = await client
      .post(COUPON)
      .header('x-cart-token', token)
      .json({ code: ` ${code.toLowerCase()} ` })
    put.assertStatus(200)
    assertDescribed(COUPON, 'post', put)
    const { totals, coupon, promotions, problems, items } = put.body().data
    assert.deepEqual(
      [totals.subtotal, totals.discount, totals.total].map(({ amount }) => amount),
      [80_000, 8_000, 72_000]
    )
    assert.deepEqual(coupon, { code, name: 'Coupon', applies: true })
    assert.deepInclude(promotions[0], { code, freeDelivery: false })
    assert.deepEqual([items[0].lineTotal.amount, items[0].discount.amount], [80_000, 8_000])
    assert.deepEqual(problems, [])
    const out = await client.delete(COUPON).header('x-cart-token', token)
    assertDescribed(COUPON, 'delete', out)
    assert.isNull(out.body().data.coupon)
    assert.equal(out.body().data.totals.discount.amount, 0)
  })

  test('an unknown code is refused, and one that no longer holds is a problem of the cart', async ({
    client,
    assert,
  }) => {
    const { token } = await cartOf()
    const put = (code: string) => client.post(COUPON).header('x-cart-token', token).json({ code })
    const unknown = await put('JAMAIS-VU')
    unknown.assertStatus(422)
    const { code: known } = await createCoupon()
    const nowhere = await client.post(COUPON).json({ code: known })
    nowhere.assertStatus(404)

    const problemOf = async (given: Parameters<typeof createCoupon>[0]) => {
      const { code } = await createCoupon(given)
      const response = await put(code)
      assertDescribed(COUPON, 'post', response)
      assert.equal(response.body().data.totals.discount.amount, 0)
      return response.body().data.problems[0]
    }
    assert.deepInclude(await problemOf({ endsOn: '2020-01-01' }), { code: 'coupon_expired' })
    assert.deepInclude(await problemOf({ startsOn: '2090-01-01' }), { code: 'coupon_too_early' })
    assert.deepInclude(await problemOf({ minSubtotal: 50_000 }), {
      code: 'coupon_minimum',
      missing: { amount: 10_000, currency: 'TND' },
    })
  })

  test('what comes by itself needs no code: free delivery from an amount on', async ({
    client,
    assert,
  }) => {
    await createPromotion(
      { name: 'Livraison offerte', kind: 'free_delivery', minSubtotal: 60_000 },
      TESTING
    )
    const { token } = await cartOf(2)
    const session = await readyCheckoutOf({ token })
    const seen = await client.get(`/api/v1/checkout/sessions/${session}`)
    assertDescribed(SESSION, 'get', seen)
    assert.equal(seen.body().data.totals.shipping.amount, 0)
    assert.equal(seen.body().data.promotions[0].name, 'Livraison offerte')
    const order = orderIn(await complete(session))
    assert.equal(order.totals.total.amount, 80_000)
    const [{ amount }] = await sql<{ amount: number }>('select amount from promotion_redemptions')
    assert.isAbove(amount, 0)
    await assertBooks(assert)
  })

  test('the order carries the discount on its lines, and a cancellation gives it back', async ({
    client,
    assert,
  }) => {
    const { id, code } = await createCoupon({ maxUses: 1 })
    const { token } = await cartOf(3)
    await client.post(COUPON).header('x-cart-token', token).json({ code })
    const { number, totals } = orderIn(await complete(await readyCheckoutOf({ token })))
    assert.containSubset(totals, { discount: { amount: 12_000 } })
    const lines = await sql(
      `select line_total as total, l.discount from order_lines l join orders o on o.id = order_id where number = $1`,
      [number]
    )
    assert.deepEqual(lines, [{ total: 120_000, discount: 12_000 }])
    assert.deepEqual(await usesOf(id), { uses: 1, live: 1 })
    await assertBooks(assert)
    assert.deepEqual(await rebuildOrders({ mend: false }), { orders: 1, wrong: [] })

    await cancelOrder(number, 'renoncé', 'guest')
    assert.deepEqual(await usesOf(id), { uses: 0, live: 0 })
    await assertBooks(assert)
  })

  test('an order that comes back uses its promotion again, while there is one left', async ({
    client,
    assert,
  }) => {
    const { id, code } = await createCoupon({ maxUses: 1 })
    const order = async () => {
      const { token } = await cartOf()
      await client.post(COUPON).header('x-cart-token', token).json({ code })
      return orderIn(await complete(await readyCheckoutOf({ token }))).number
    }
    const bringBack = async (number: string) => {
      const cancelled = await orderQuery(number)
      const { isBack } = await db.transaction((trx) => reopenOrder(cancelled, SHOP, trx))
      await assertBooks(assert)
      return isBack
    }
    const first = await order()
    await cancelOrder(first, 'unpaid', SHOP)
    assert.isTrue(await bringBack(first))
    assert.deepEqual(await usesOf(id), { uses: 1, live: 1 })

    await cancelOrder(first, 'unpaid', SHOP)
    await order()
    assert.isFalse(await bringBack(first), 'somebody else has it')
    assert.deepEqual(await usesOf(id), { uses: 1, live: 1 })
  })

  test('a coupon that is gone meanwhile is told before anything is ordered', async ({
    client,
    assert,
  }) => {
    const { id, code } = await createCoupon()
    const { token } = await cartOf()
    await client.post(COUPON).header('x-cart-token', token).json({ code })
    const session = await readyCheckoutOf({ token })
    await sql('update promotions set is_active = false where id = $1', [id])
    const refused = await complete(session)
    assert.equal(refused.status, 409)
    assert.equal(codeIn(refused), 'price_changed')
    const { totals } = orderIn(await complete(session, randomUUID()))
    assert.containSubset(totals, { discount: { amount: 0 } })
    await assertBooks(assert)
  })

  test('once per customer is once per telephone as well', async ({ client, assert }) => {
    const { code } = await createCoupon({ oncePerCustomer: true })
    const buy = async () => {
      const { token } = await cartOf()
      await client.post(COUPON).header('x-cart-token', token).json({ code })
      return complete(await readyCheckoutOf({ token }))
    }
    const first = await buy()
    assert.equal(first.status, 201)
    // The telephone is known when the order is completed: its buyer sees the total without.
    const second = await buy()
    assert.equal(codeIn(second), 'price_changed')
    await assertBooks(assert)
  })

  test('the coupon of a guest goes on after the login, and terms of a group are of its customers', async ({
    client,
    assert,
  }) => {
    const [{ id: groupId }] = await sql<{ id: number }>(
      `insert into customer_groups (code, name) values ('garages', 'Garages')
       on conflict (code) do update set name = excluded.name returning id`
    )
    const { code } = await createCoupon({ group: 'garages' })
    const { token } = await cartOf()
    const guest = await client.post(COUPON).header('x-cart-token', token).json({ code })
    assert.equal(guest.body().data.problems[0].code, 'coupon_other_customers')
    const { email } = await createCustomer({ groupId })
    const entered = await client
      .post('/api/v1/auth/login')
      .header('x-cart-token', token)
      .json({ email, password: 'quatre mots sans aucun rapport' })
    const { accessToken } = entered.body().data
    const cart = await client.get(CART).bearerToken(accessToken)
    assert.isTrue(cart.body().data.coupon.applies)

    const { customer, token: bearer } = await customerBearer()
    const { sku } = await createProduct()
    await addToCart({ customerId: customer.id }, { sku, quantity: 1 })
    const other = await client.get(CART).bearerToken(bearer)
    assert.isNull(other.body().data.coupon)
  })
})
