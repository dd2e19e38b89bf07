import type { PaymentState } from '#app/payments/payment_state'

/** The colour of each state. */
export const TONES: Record<PaymentState, string> = {
  ...{ created: 'warn', redirected: 'info', authorised: 'info', unknown: 'bad' },
  ...{ to_confirm: 'warn', confirmed: 'info', out: 'info', collected: 'ok', remitted: 'ok' },
  ...{ paid: 'ok', partially_refunded: 'warn', refunded: '', failed: 'bad', refused: 'bad' },
  void: '',
}
