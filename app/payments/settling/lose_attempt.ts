import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { cancelOrderIn } from '#app/orders/changing/cancel_order'
import { changeOrder } from '#app/orders/changing/change_order'
import { orderQuery } from '#app/orders/order_query'
import { SHOP } from '#app/orders/shop_actor'
import { movePayment, type Payment, paymentsOfOrder } from '#app/payments/payment'
import { isOpen } from '#app/payments/payment_state'

/**
 * An attempt has failed, as part of a `trx` that has locked it. When the order waits for no other one, it
 * gives its pieces back at once; a new attempt brings it back, if they are still there.
 */
export async function loseAttempt(
  payment: Payment,
  failure: string,
  trx: TransactionClientContract
): Promise<void> {
  if (await failAttempt(payment, failure, trx)) await cancelIfUnpaid(payment.orderNumber, trx)
}

/** An attempt has failed, and its order says so, as part of `trx`. False when it cannot fail any more. */
export async function failAttempt(
  payment: Payment,
  failure: string,
  trx: TransactionClientContract
): Promise<boolean> {
  if (!(await movePayment(payment, 'failed', { failure, actor: SHOP }, trx))) return false
  const { publicId: paymentId, method, amount, orderNumber } = payment
  const data = { paymentId, method, amount, reason: failure }
  await changeOrder(orderNumber, { type: 'payment.failed', data }, SHOP, trx)
  return true
}

const WAITING = new Set(['placed', 'confirmed'])

/**
 * Cancels an order that nobody has paid or is about to pay, confirmed or not: it could not leave, and would hold its
 * pieces for ever. Leaves any other alone.
 */
export async function cancelIfUnpaid(number: string, trx: TransactionClientContract) {
  const order = await orderQuery(number, trx)
  if (!WAITING.has(order.state) || order.deliveryState !== 'pending') return
  if (order.paymentState !== 'due') return
  const payments = await paymentsOfOrder(order.id, trx)
  if (payments.some(({ state }) => isOpen(state))) return
  await cancelOrderIn(trx, number, 'unpaid', SHOP)
}
