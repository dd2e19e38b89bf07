import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { confirmOrder } from '#app/orders/desk/change_order_by_staff'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { refuseParcel } from '#app/fulfilment/follow_parcel'
import { inspectParcel } from '#app/fulfilment/inspect_parcel'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { followOrder } from '#app/payments/settling/follow_orders'
import { expirePayments } from '#app/payments/settling/expire_payments'
import { paymentOf } from '#app/payments/payment'
import { settle } from '#app/payments/settling/settle'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { fakeGateway, intent, orderToPay, statesOf } from '#tests/support/payments'
import { codeIn, readyCheckout } from '#tests/support/purchases'
import { newTracking } from '#tests/support/shipments'
import { TESTING } from '#tests/support/staff'
import { assertBooks, levelsOf } from '#tests/support/stock'

test.group('Late money', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('an order that was refused and came back cannot be paid any more', async ({ assert }) => {
    const { number } = await orderToPay('cod')
    await comesBack(number)
    const late = await intent(number, 'transfer')
    assert.equal(late.status, 409, late.text)
    assert.equal(codeIn(late as never), 'order_cancelled')
  })

  test('a page that is paid after the parcel came back: the money is booked and goes back', async ({
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const { payment, number, order, ref } = await orderToPay('konnect')
    const { status } = await intent(number, 'cod', { token: order.token })
    assert.equal(status, 201)
    await comesBack(number)
    await gateway.pay(ref)
    const { state } = await settle(await paymentOf(payment.publicId))
    assert.equal(state, 'paid')
    assert.containSubset(await statesOf(number), { state: 'cancelled', delivery: 'returned' })
    assert.containSubset(await sql('select amount, reason from refunds'), [
      { amount: payment.amount, reason: 'order_cancelled' },
    ])
    await assertBooks(assert)
  })

  test('what was cancelled unpaid, brought back and returned is not brought back again', async ({
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const { payment, number, order, ref } = await orderToPay('konnect')
    await sql(`update payments set expires_at = now() - interval '1 minute'`)
    await settle(payment)
    await expirePayments()
    assert.containSubset(await statesOf(number), { state: 'cancelled' })
    const { status } = await intent(number, 'cod', { token: order.token })
    assert.equal(status, 201)
    await comesBack(number)
    await gateway.pay(ref)
    await settle(await paymentOf(payment.publicId))
    assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'paid' })
    await assertBooks(assert)
  })

  test('a confirmed order whose transfer does not come gives its pieces back, and comes back with it', async ({
    assert,
  }) => {
    const { id, sku } = await createProduct({ stock: 1 })
    const checkout = await readyCheckout([{ sku, quantity: 1 }])
    const { number, order } = await orderToPay('cod', checkout)
    await confirmOrder(number, TESTING)
    const chosen = await intent(number, 'transfer', { token: order.token })
    const { data } = JSON.parse(chosen.text) as { data: { id: string } }
    await sql(
      `update payments set expires_at = now() - interval '1 minute' where state = 'created'`
    )
    await expirePayments()
    assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'void' })
    assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 0 }])
    await receiveTransfer(data.id, 'VIR 9', TESTING)
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'paid' })
    await assertBooks(assert)
  })
})

/** An order of cash is confirmed, sent, refused at the door and looked at. */
async function comesBack(orderNumber: string) {
  await confirmOrder(orderNumber, TESTING)
  await db.transaction((trx) => followOrder(orderNumber, 'order.confirmed', trx))
  const parcel = { orderNumber, carrier: 'Aramex', trackingNumber: newTracking() }
  const id = await dispatchParcel(parcel, TESTING)
  await refuseParcel(id, 'client absent', TESTING)
  await inspectParcel(id, { location: 'depot', lines: [] }, TESTING)
}
