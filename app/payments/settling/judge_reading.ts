import type { Reading } from '#app/payments/gateways/gateway'
import type { Alert, Payment } from '#app/payments/payment'
import type { PaymentState } from '#app/payments/payment_state'

/** What a look at the gateway makes of a payment: where it goes, and what is wrong with it. */
export type Verdict = { to?: PaymentState; alert?: Alert; failure?: string }

/**
 * Judges what a gateway says about a payment; undefined when it did not say anything. Money counts only
 * when amount, currency and reference are what we asked for.
 */
export function judgeReading(payment: Payment, reading: Reading | undefined): Verdict {
  // Staff have said what becomes of it.
  if (payment.decision) return {}
  if (!reading) return WAITING.has(payment.state) ? { to: 'unknown' } : {}
  const { state, failure } = reading
  if (state === 'paid' || state === 'authorised') {
    const alert = mismatch(payment, reading)
    return alert ? { to: 'unknown', alert } : { to: state }
  }
  if (state === 'failed') return { to: 'failed', failure: failure ?? 'declined' }
  // It waits, and so do we; but not for ever.
  if (payment.isOverdue) return { to: 'failed', failure: 'expired' }
  return payment.state === 'unknown' ? { to: 'redirected' } : {}
}

const WAITING = new Set<PaymentState>(['redirected', 'authorised'])

function mismatch(payment: Payment, reading: Reading): Alert | undefined {
  if (reading.currency !== 'TND') return 'currency_mismatch'
  if (reading.amount !== payment.amount) return 'amount_mismatch'
  const isOurs = reading.reference === null || reading.reference === payment.reference
  return isOurs ? undefined : 'reference_mismatch'
}
