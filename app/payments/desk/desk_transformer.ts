import { money } from '#app/money/money'
import type { Payment } from '#app/payments/payment'
import { paymentAnswer } from '#app/payments/intents/payment_transformer'
import type { Refund } from '#app/payments/refunds/refund'

/** A payment as staff sees it. */
export const staffPaymentAnswer = (payment: Payment) => ({
  ...paymentAnswer(payment),
  attempt: payment.attempt,
  reference: payment.reference,
  gatewayRef: payment.gatewayRef,
  captured: money(payment.captured),
  document: payment.document,
  alert: payment.alert,
  decision: payment.decision,
  stateSince: payment.stateSince.toISOString(),
  createdAt: payment.createdAt.toISOString(),
})

export const refundAnswer = (refund: Refund) => ({
  id: refund.publicId,
  amount: money(refund.amount),
  state: refund.state,
  reason: refund.reason,
  lines: refund.lines,
  document: refund.document,
  failure: refund.failure,
  createdAt: refund.createdAt.toISOString(),
  doneAt: refund.doneAt?.toISOString() ?? null,
})

export const staffPaymentDetail = (payment: Payment, refunds: Refund[]) => ({
  ...staffPaymentAnswer(payment),
  refunds: refunds.map(refundAnswer),
})
