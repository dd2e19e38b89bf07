import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { sqlWords } from '#app/platform/database/sql_words'
import { changeOrder } from '#app/orders/changing/change_order'
import { type KeptOrder, orderQuery } from '#app/orders/order_query'
import { isCancelledUnpaid, reopenOrder } from '#app/orders/changing/reopen_order'
import { movePayment, type Payment, paymentsOfOrder } from '#app/payments/payment'
import { isOpen, type PaymentState } from '#app/payments/payment_state'
import { giveUp } from '#app/payments/settling/give_up'
import { OPEN_REFUNDS } from '#app/payments/refunds/refund'
import { requestRefund } from '#app/payments/refunds/request_refund'

/**
 * The money of a payment is there, as part of a `trx` that has locked it: the payment and its order say
 * so. False, and nothing happens, when it was there already. Money that comes too late brings an order
 * back that was cancelled for want of it, if its pieces are still there; what the order does not need,
 * because it is gone or paid already, goes back.
 */
export async function capture(
  payment: Payment,
  { actor, to = 'paid', document }: { actor: string; to?: PaymentState; document?: string },
  trx: TransactionClientContract
): Promise<boolean> {
  const changed = { captured: payment.amount, alert: null, failure: null, actor }
  const told = document === undefined ? changed : { ...changed, document }
  const moved = await movePayment(payment, to, told, trx)
  if (!moved) return false
  const order = await broughtBack(await orderQuery(payment.orderNumber, trx), actor, trx)
  const { publicId: paymentId, method, amount } = payment
  const data = { paymentId, method, amount }
  await changeOrder(order.number, { type: 'payment.captured', data }, actor, trx)
  if (order.state !== 'cancelled') await endOthers(payment, order, actor, trx)
  const surplus = await surplusOf(payment, order, trx)
  if (surplus > 0) {
    const reason = order.state === 'cancelled' ? 'order_cancelled' : 'surplus'
    await requestRefund(moved, { amount: surplus, reason, actor }, trx)
  }
  return true
}

async function broughtBack(
  order: KeptOrder,
  actor: string,
  trx: TransactionClientContract
): Promise<KeptOrder> {
  if (!(await isCancelledUnpaid(order, trx))) return order
  const { isBack } = await reopenOrder(order, actor, trx)
  return isBack ? { ...order, state: 'placed' } : order
}

/** Nobody waits for the same money twice, at the door least of all; an order is paid by what has paid it. */
async function endOthers(
  payment: Payment,
  { id, number, paymentMethod, paymentState }: KeptOrder,
  actor: string,
  trx: TransactionClientContract
) {
  for (const other of await paymentsOfOrder(id, trx)) {
    const isWaiting = isOpen(other.state) && other.state !== 'authorised'
    if (isWaiting) await giveUp(other, actor, trx)
  }
  if (paymentState === 'paid' || paymentMethod === payment.method) return
  const change = { type: 'payment.method_changed', data: { method: payment.method } } as const
  await changeOrder(number, change, actor, trx)
}

/** What the shop has of an order beyond what it is owed, and has not begun to pay back. At most this payment. */
async function surplusOf({ amount }: Payment, order: KeptOrder, trx: TransactionClientContract) {
  const owed = order.state === 'cancelled' ? 0 : order.total
  const [{ kept }] = await sql<{ kept: number }>(
    `select (sum(captured - refunded) - coalesce((
       select sum(r.amount) from refunds r join payments q on q.id = r.payment_id
       where q.order_id = $1 and r.state in (${sqlWords(OPEN_REFUNDS)})), 0))::bigint as kept
     from payments where order_id = $1`,
    [order.id],
    trx
  )
  return Math.min(amount, kept - owed)
}
