import db from '@adonisjs/lucid/services/db'
import type { Acting } from '#app/platform/database/act_as'
import { notFound, Problem } from '#app/platform/http/problem'
import { lockedPayment, paymentOf } from '#app/payments/payment'
import { completeRefund } from '#app/payments/refunds/complete_refund'
import { refundOf } from '#app/payments/refunds/refund'

/** Somebody has given the money back by hand, under this number. Throws 404, and 409 for a refund that waits for nobody. */
export async function finishRefund(
  publicId: string,
  refundId: string,
  document: string,
  { actor }: Acting
): Promise<void> {
  const { id } = await paymentOf(publicId)
  await db.transaction(async (trx) => {
    const payment = await lockedPayment(id, trx)
    const refund = await refundOf(id, refundId, trx)
    if (!refund) throw notFound('refund')
    if (refund.state !== 'by_hand') throw notWaiting(refund.state)
    await completeRefund(payment, refund.id, { actor, document }, trx)
  })
}

const notWaiting = (found: string) =>
  new Problem({
    status: 409,
    code: 'refund_not_waiting',
    title: 'Nobody has to give this back by hand',
    detail: `This refund is ${found}. Read it again.`,
  })
