import { money } from '#app/money/money'
import type { Payment } from '#app/payments/payment'

/** A payment as its buyer sees it. `redirectUrl` only while there is something to be paid there. */
export const paymentAnswer = (payment: Payment) => ({
  id: payment.publicId,
  orderNumber: payment.orderNumber,
  method: payment.method,
  state: payment.state,
  amount: money(payment.amount),
  refunded: money(payment.refunded),
  redirectUrl: payment.state === 'redirected' ? payment.redirectUrl : null,
  failure: payment.failure,
  expiresAt: payment.expiresAt?.toISOString() ?? null,
})
