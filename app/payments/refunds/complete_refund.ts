import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { changeOrder } from '#app/orders/changing/change_order'
import { movePayment, type Payment } from '#app/payments/payment'
import { isOpenRefund, refundById } from '#app/payments/refunds/refund'

/**
 * The money of a refund is back, as part of a `trx` that has locked its payment. False, and nothing
 * happens, when that is known already.
 */
export async function completeRefund(
  payment: Payment,
  refundId: number,
  { actor, document }: { actor: string; document?: string },
  trx: TransactionClientContract
): Promise<boolean> {
  const refund = await refundById(refundId, trx)
  if (!refund || !isOpenRefund(refund)) return false
  await sql(
    `update refunds set state = 'done', done_at = now(), failure = null, document = coalesce($2, document) where id = $1`,
    [refundId, document ?? null],
    trx
  )
  const refunded = payment.refunded + refund.amount
  const to = refunded === payment.captured ? 'refunded' : 'partially_refunded'
  await movePayment(payment, to, { refunded, actor }, trx)
  const { publicId: paymentId, method, orderNumber } = payment
  const left = await keptOf(payment.orderId, trx)
  const data = { paymentId, method, amount: refund.amount, left, reason: refund.reason }
  await changeOrder(orderNumber, { type: 'payment.refunded', data }, actor, trx)
  return true
}

async function keptOf(orderId: number, trx: TransactionClientContract): Promise<number> {
  const [{ kept }] = await sql<{ kept: number }>(
    'select sum(captured - refunded)::bigint as kept from payments where order_id = $1',
    [orderId],
    trx
  )
  return kept
}
