import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { SHOP } from '#app/orders/shop_actor'
import type { Reading } from '#app/payments/gateways/gateway'
import type { Payment } from '#app/payments/payment'
import { completeRefund } from '#app/payments/refunds/complete_refund'
import { isOpenRefund, refundsOf } from '#app/payments/refunds/refund'
import { requestRefund } from '#app/payments/refunds/request_refund'

/**
 * Notes what a gateway has paid back and we do not know of, as part of a `trx` that has locked the
 * payment: what we asked for, or what people did on the pages of the gateway.
 */
export async function followRefunds(
  payment: Payment,
  { refunded }: Reading,
  trx: TransactionClientContract
): Promise<void> {
  const news = Math.min(refunded, payment.captured) - payment.refunded
  if (news <= 0) return
  const refunds = await refundsOf(payment.id, trx)
  const open = refunds.filter(isOpenRefund)
  const meant = open.find(({ amount }) => amount === news)
  if (meant) await completeRefund(payment, meant.id, { actor: SHOP }, trx)
  else if (open.length === 0) {
    const known = { amount: news, reason: 'at_gateway', actor: SHOP, document: payment.gatewayRef! }
    await requestRefund(payment, known, trx)
  }
}
