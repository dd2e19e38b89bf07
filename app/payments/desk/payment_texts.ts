import { isPaidAtCounter } from '#app/payments/by_hand/counter'
import type { Payment } from '#app/payments/payment'

/** The text that tells where a payment stands: no courier ever had what was paid at the counter. */
export const stateTextOf = (payment: Payment) =>
  payment.state === 'remitted' && isPaidAtCounter(payment)
    ? 'payments.state_at_counter'
    : `payments.state_${payment.state}`
