import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { expirePayments } from '#app/payments/settling/expire_payments'
import { paymentOf } from '#app/payments/payment'
import { settle } from '#app/payments/settling/settle'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { fakeGateway, intent, orderToPay, statesOf } from '#tests/support/payments'
import { codeIn, readyCheckout } from '#tests/support/purchases'
import { TESTING } from '#tests/support/staff'
import { assertBooks, levelsOf } from '#tests/support/stock'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

test.group('Payments by the number of an order alone', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('nothing changes before the money has come; then it has paid the order', async ({
    assert,
  }) => {
    const { payment, number } = await orderToPay('cod')
    const stranger = await asked(number, 'transfer')
    assert.equal(await stateOf(payment.publicId), 'to_confirm')
    assert.equal(await methodOf(number), 'cod')
    const again = await asked(number, 'transfer')
    assert.equal(again.id, stranger.id)
    await receiveTransfer(stranger.id, 'VIR 1', TESTING)
    assert.equal(await stateOf(payment.publicId), 'void')
    assert.equal(await methodOf(number), 'transfer')
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'paid' })
    await assertBooks(assert)
  })

  test('what nobody pays ends, and its order goes on', async ({ assert }) => {
    const { payment, number } = await orderToPay('cod')
    const stranger = await asked(number, 'transfer')
    await sql(`update payments set expires_at = now() - interval '1 minute' where method <> 'cod'`)
    await expirePayments()
    assert.equal(await stateOf(stranger.id), 'failed')
    assert.equal(await stateOf(payment.publicId), 'to_confirm')
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'due' })
  })

  test('cash takes the place of nothing that is open', async ({ assert, cleanup }) => {
    await fakeGateway('konnect', cleanup)
    const { payment, number, order } = await orderToPay('konnect')
    const stranger = await intent(number, 'cod')
    assert.equal(stranger.status, 409)
    assert.equal(codeIn(stranger as never), 'order_token_needed')
    assert.equal(await stateOf(payment.publicId), 'redirected')
    const buyer = await intent(number, 'cod', { token: order.token })
    assert.equal(buyer.status, 201, buyer.text)
    assert.equal(await methodOf(number), 'cod')
  })

  test('the page of an attempt gives no more right than it was begun with', async ({ assert }) => {
    const { payment, number } = await orderToPay('cod')
    const stranger = await asked(number, 'transfer')
    for (const id of [payment.publicId, stranger.id]) {
      await fetch(`${BASE}/payments/${id}/attempts`, {
        ...{
          method: 'POST',
          redirect: 'manual',
          body: new URLSearchParams({ method: 'transfer' }),
        },
      })
      assert.equal(await stateOf(payment.publicId), 'to_confirm')
      assert.equal(await methodOf(number), 'cod')
    }
  })

  test('a cancelled order comes back with the money, and holds no piece before', async ({
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('clictopay', cleanup)
    const { id, sku } = await createProduct({ stock: 1 })
    const checkout = await readyCheckout([{ sku, quantity: 1 }])
    const { payment, number, ref } = await orderToPay('clictopay', checkout)
    await gateway.decline(ref)
    await settle(payment)
    assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'void' })
    const stranger = await asked(number, 'clictopay')
    assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'void' })
    assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 0 }])
    const other = await paymentOf(stranger.id)
    await gateway.pay(other.gatewayRef!)
    await settle(other)
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'paid' })
    assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 1 }])
    await assertBooks(assert)
  })
})

/** The attempt of somebody who knows the number. */
async function asked(number: string, method: string) {
  const { status, text } = await intent(number, method)
  if (status !== 201) throw new Error(text)
  return (JSON.parse(text) as { data: { id: string } }).data
}

async function stateOf(publicId: string) {
  const { state } = await paymentOf(publicId)
  return state
}

async function methodOf(number: string) {
  const [{ method }] = await sql<{ method: string }>(
    'select payment_method as method from orders where number = $1',
    [number]
  )
  return method
}
