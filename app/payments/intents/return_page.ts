import type { Payment } from '#app/payments/payment'
import { isOnline } from '#app/payments/payment_methods'
import type { PaymentState } from '#app/payments/payment_state'

/** What a buyer who comes back is told: never `failed` while money may be on its way. */
const OUTCOMES: Partial<Record<PaymentState, string>> = {
  ...{ redirected: 'open', failed: 'failed', refused: 'failed', void: 'void' },
  ...{ paid: 'paid', collected: 'paid', remitted: 'paid' },
  ...{ partially_refunded: 'refunded', refunded: 'refunded' },
}

export function outcomeOf({ method, state }: Payment): string {
  return OUTCOMES[state] ?? (isOnline(method) ? 'verifying' : 'by_hand')
}

/** The page looks again by itself. */
export const isBeingVerified = (payment: Payment) =>
  isOnline(payment.method) &&
  ['created', 'redirected', 'authorised', 'unknown'].includes(payment.state)

/** Another attempt may be begun: nothing has come, and nothing is on its way. */
export const mayRetry = ({ state }: Payment) => state === 'redirected' || state === 'failed'
