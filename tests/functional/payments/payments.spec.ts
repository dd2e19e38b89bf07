import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { cancelOrder } from '#app/orders/changing/cancel_order'
import { expirePayments } from '#app/payments/settling/expire_payments'
import { followOrder } from '#app/payments/settling/follow_orders'
import { ONLINE_METHODS } from '#app/payments/gateways/gateway'
import { moveCash } from '#app/payments/by_hand/move_cash'
import { paymentOf } from '#app/payments/payment'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { carryOutRefund } from '#app/payments/refunds/carry_out_refund'
import { settle } from '#app/payments/settling/settle'
import { addToCart } from '#app/cart/write_cart'
import { customerBearer } from '#tests/support/customers'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import {
  assertLedger,
  confirmed,
  deliver,
  eventCount,
  fakeGateway,
  intent,
  orderToPay,
  paymentIn,
  statesOf,
} from '#tests/support/payments'
import {
  codeIn,
  complete,
  readyCheckout,
  readyCheckoutOf,
  startedCheckout,
} from '#tests/support/purchases'
import { TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'

const INTENTS = '/api/v1/payments/intents'

test.group('Payments', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('only what is set up is offered, and anything else is refused clearly', async ({
    client,
    assert,
    cleanup,
  }) => {
    const id = await startedCheckout()
    const before = await client.get(`/api/v1/checkout/sessions/${id}`)
    assert.deepEqual(before.body().data.paymentMethods, ['cod', 'transfer'])
    const refused = await complete(id, randomUUID(), { paymentMethod: 'konnect' })
    assert.equal(refused.status, 422)
    assert.containSubset(JSON.parse(refused.text), {
      errors: [{ field: 'paymentMethod', rule: 'available' }],
    })
    await fakeGateway('konnect', cleanup)
    const after = await client.get(`/api/v1/checkout/sessions/${id}`)
    assert.deepEqual(after.body().data.paymentMethods, ['cod', 'transfer', 'konnect'])
  })

  for (const method of ONLINE_METHODS) {
    test(`an order is paid through ${method}: page, return, one capture`, async ({
      client,
      assert,
      cleanup,
    }) => {
      const gateway = await fakeGateway(method, cleanup)
      const { order, payment, number, ref } = await orderToPay(method)
      assert.equal(payment.state, 'redirected')
      assert.match(payment.redirectUrl!, /^http:\/\/127\.0\.0\.1:\d+\/pay\//)
      const waiting = await confirmed(payment.publicId)
      assert.equal(waiting.state, 'redirected')

      const total = order.totals.total.amount
      await gateway.pay(ref)
      const paid = await client.post(`${INTENTS}/${payment.publicId}/confirm`).json({})
      assertDescribed(`${INTENTS}/{id}/confirm`, 'post', paid)
      assert.containSubset(paid.body().data, {
        ...{ state: 'paid', method, redirectUrl: null, orderNumber: number },
        // Stripe counts in tens of millimes: never more than was shown.
        amount: { amount: total - (method === 'stripe' ? total % 10 : 0) },
      })
      await confirmed(payment.publicId)
      assert.equal(await eventCount(number, 'payment.captured'), 1)
      assert.containSubset(await statesOf(number), { state: 'placed', payment: 'paid' })
      const seen = await client.get(`${INTENTS}/${payment.publicId}`)
      assertDescribed(`${INTENTS}/{id}`, 'get', seen)
      await assertLedger(assert, gateway)
      await assertBooks(assert)
    })
  }

  test('the answer with its address comes again byte for byte', async ({ assert, cleanup }) => {
    await fakeGateway('konnect', cleanup)
    const [id, key] = [await startedCheckout(), randomUUID()]
    const first = await complete(id, key, { paymentMethod: 'konnect' })
    const again = await complete(id, key, { paymentMethod: 'konnect' })
    assert.equal(first.status, 201, first.text)
    assert.match(paymentIn(first).redirectUrl!, /\/pay\//)
    assert.equal(again.text, first.text)
    assert.equal(again.headers.get('idempotency-replayed'), 'true')
  })

  test('a gateway that is away fails the attempt, not the order: another way is taken', async ({
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    await gateway.behave({ down: true })
    const { payment, number } = await orderToPay('konnect')
    assert.containSubset(payment, { state: 'failed', failure: 'gateway_unreachable' })
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'due' })
    const cash = await intent(number, 'cod')
    assert.equal(cash.status, 201, cash.text)
    assert.containSubset(JSON.parse(cash.text), { data: { state: 'to_confirm', method: 'cod' } })
    const [{ method }] = await sql<{ method: string }>(
      'select payment_method as method from orders'
    )
    assert.equal(method, 'cod')
    await assertBooks(assert)
  })

  test('a declined payment gives the pieces back; a new attempt takes them again', async ({
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('clictopay', cleanup)
    const { sku } = await createProduct({ stock: 1 })
    const { payment, number, order, ref } = await orderToPay(
      'clictopay',
      await readyCheckout([{ sku, quantity: 1 }])
    )
    await gateway.decline(ref)
    const lost = await confirmed(payment.publicId)
    assert.containSubset(lost, { state: 'failed', failure: 'declined' })
    assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'void' })
    const other = await readyCheckout([{ sku, quantity: 1 }])
    const gone = await intent(number, 'clictopay')
    assert.equal(codeIn(gone as never), 'out_of_stock')
    await sql(`select release_stock($1)`, [`checkout:${other}`])

    const retried = await intent(number, 'clictopay', { token: order.token })
    assert.equal(retried.status, 201, retried.text)
    const { id } = (JSON.parse(retried.text) as { data: { id: string } }).data
    const next = await paymentOf(id)
    assert.equal(next.attempt, 2)
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'due' })
    await gateway.pay(next.gatewayRef!)
    await settle(next)
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'paid' })
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('while a payment is open the same page serves, and a paid order owes nothing', async ({
    client,
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const { payment, number, ref } = await orderToPay('konnect')
    const again = await client
      .post(INTENTS)
      .header('Idempotency-Key', randomUUID())
      .json({ orderNumber: number, method: 'konnect' })
    assertDescribed(INTENTS, 'post', again)
    assert.equal(again.body().data.id, payment.publicId)
    await gateway.pay(ref)
    const late = await intent(number, 'transfer')
    assert.equal(late.status, 409)
    assert.equal(codeIn(late as never), 'order_paid')
    assert.containSubset(await statesOf(number), { payment: 'paid' })
  })

  test('a customer who tries again is the one who did, in the history as well', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await customerBearer()
    const { sku } = await createProduct()
    const { key } = await addToCart({ customerId: customer.id }, { sku, quantity: 1 })
    const { number } = await orderToPay('transfer', await readyCheckoutOf(key))
    const again = await client
      .post(INTENTS)
      .bearerToken(token)
      .header('Idempotency-Key', randomUUID())
      .json({ orderNumber: number, method: 'cod' })
    again.assertStatus(201)
    const by = await sql<{ actor: string }>(
      `select distinct e.actor from payment_events e join payments p on p.id = e.payment_id
       join orders o on o.id = p.order_id where o.number = $1 and e.type = 'created'`,
      [number]
    )
    assert.deepEqual(by, [{ actor: customer.actor }])
  })

  test('a page that was given up and is paid all the same: the money of the second one goes back', async ({
    assert,
    cleanup,
  }) => {
    const [konnect, stripe] = [
      await fakeGateway('konnect', cleanup),
      await fakeGateway('stripe', cleanup),
    ]
    const first = await orderToPay('konnect')
    const second = await intent(first.number, 'stripe')
    const { id } = (JSON.parse(second.text) as { data: { id: string } }).data
    const other = await paymentOf(id)
    await konnect.pay(first.ref)
    await stripe.pay(other.gatewayRef!)
    await settle(await paymentOf(first.payment.publicId))
    await settle(other)
    await assertBooks(assert)
    const [refund] = await sql<{ id: number; amount: number; reason: string }>(
      'select id, amount, reason from refunds'
    )
    assert.containSubset(refund, { amount: other.amount, reason: 'surplus' })
    await carryOutRefund(refund.id)
    assert.containSubset(await statesOf(first.number), { state: 'placed', payment: 'paid' })
    await assertLedger(assert, stripe)
    await assertLedger(assert, konnect)
    await assertBooks(assert)
  })

  test('a cancelled order gives its money back', async ({ assert, cleanup }) => {
    const gateway = await fakeGateway('clictopay', cleanup)
    const { payment, number, ref } = await orderToPay('clictopay')
    await gateway.pay(ref)
    await settle(payment)
    await cancelOrder(number, 'client injoignable', 'staff:1')
    await db.transaction((trx) => followOrder(number, 'order.cancelled', trx))
    await db.transaction((trx) => followOrder(number, 'order.cancelled', trx))
    const refunds = await sql<{ id: number }>('select id from refunds')
    assert.lengthOf(refunds, 1)
    await carryOutRefund(refunds[0].id)
    await carryOutRefund(refunds[0].id)
    assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'refunded' })
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('a transfer is received once, and late money of an order that is gone goes back', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 1 })
    const { payment, number } = await orderToPay(
      'transfer',
      await readyCheckout([{ sku, quantity: 1 }])
    )
    assert.equal(payment.state, 'created')
    await sql(`update payments set expires_at = now() - interval '1 minute'`)
    await expirePayments()
    assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'void' })
    await readyCheckout([{ sku, quantity: 1 }])
    await receiveTransfer(payment.publicId, 'VIR 4711', TESTING)
    await assert.rejects(() => receiveTransfer(payment.publicId, 'VIR 4711', TESTING))
    assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'paid' })
    assert.containSubset(await sql('select state, reason from refunds'), [
      { state: 'by_hand', reason: 'order_cancelled' },
    ])
    await assertBooks(assert)
  })

  test('cash goes from the door to the shop, and not otherwise', async ({ assert }) => {
    const { payment, number } = await orderToPay('cod')
    assert.equal(payment.state, 'to_confirm')
    const move = (to: Parameters<typeof moveCash>[1], document?: string) =>
      db.transaction((trx) => moveCash(payment.orderId, to, { actor: 'staff:1', document }, trx))
    await assert.rejects(() => move('out'), /cannot become out/)
    await db.transaction((trx) => followOrder(number, 'order.confirmed', trx))
    await move('out')
    await move('collected')
    await assert.rejects(() => move('refused'), /cannot become/)
    assert.containSubset(await statesOf(number), { payment: 'paid' })
    await move('remitted', 'BR 12')
    const { state, document, captured, amount } = await paymentOf(payment.publicId)
    assert.deepEqual([state, document, captured], ['remitted', 'BR 12', amount])
    await assertBooks(assert)
  })

  test('a hint makes somebody look, and is never believed', async ({ client, assert, cleanup }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const { payment, number, ref } = await orderToPay('konnect')
    const hint = await gateway.hint(ref)
    assert.equal(await deliver(hint), 200)
    const looked = await settle(payment)
    assert.equal(looked.state, 'redirected')
    assert.containSubset(await statesOf(number), { payment: 'due' })
    const jobs = await sql<{ n: number }>(
      `select count(*)::int as n from ${JOBS_SCHEMA}.job where name = 'payments.check' and data ->> 'check' is null`
    )
    assert.isAtLeast(jobs[0].n, 1)
    const posted = await client.post('/api/v1/webhooks/payments/konnect').json({ payment_ref: ref })
    posted.assertStatus(200)
    for (const path of ['konnect?payment_ref=invented', 'konnect', 'stripe', 'bank']) {
      const response = await client.get(`/api/v1/webhooks/payments/${path}`)
      assert.include([400, 401, 404, 422], response.status(), path)
    }
  })
})
