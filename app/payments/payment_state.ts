/** Where a payment stands. */
export const PAYMENT_STATES = [
  'created',
  'redirected',
  'authorised',
  'unknown',
  'to_confirm',
  'confirmed',
  'out',
  'collected',
  'remitted',
  'paid',
  'partially_refunded',
  'refunded',
  'failed',
  'refused',
  'void',
] as const

export type PaymentState = (typeof PAYMENT_STATES)[number]

/** How the money comes: on a page of a gateway, to the bank, or in the hand of whoever delivers. */
export type PaymentKind = 'hosted' | 'transfer' | 'cash'

type Moves = Partial<Record<PaymentState, readonly PaymentState[]>>

const REFUNDS: Moves = {
  paid: ['partially_refunded', 'refunded'],
  partially_refunded: ['partially_refunded', 'refunded'],
}

/** Every move there is. `void` is what nobody waits for any more: another attempt, or no order. */
const MOVES: Record<PaymentKind, Moves> = {
  hosted: {
    created: ['redirected', 'failed', 'void'],
    redirected: ['authorised', 'paid', 'failed', 'unknown', 'void'],
    authorised: ['paid', 'failed', 'unknown', 'void'],
    unknown: ['redirected', 'authorised', 'paid', 'failed'],
    // A page that was given up may still be paid: money is never lost.
    failed: ['authorised', 'paid', 'unknown'],
    void: ['authorised', 'paid', 'unknown'],
    ...REFUNDS,
  },
  transfer: { created: ['paid', 'failed', 'void'], failed: ['paid'], void: ['paid'], ...REFUNDS },
  cash: {
    to_confirm: ['confirmed', 'void'],
    confirmed: ['out', 'void'],
    out: ['collected', 'refused'],
    collected: ['remitted', 'partially_refunded', 'refunded'],
    remitted: ['partially_refunded', 'refunded'],
    partially_refunded: ['partially_refunded', 'refunded'],
  },
}

/** Whether a payment of this kind may go from one state to another. */
export const mayMove = (kind: PaymentKind, from: PaymentState, to: PaymentState): boolean =>
  MOVES[kind][from]?.includes(to) ?? false

/** Where a payment of this kind begins. */
export const BEGINNING: Record<PaymentKind, PaymentState> = {
  hosted: 'created',
  transfer: 'created',
  cash: 'to_confirm',
}

/** Its money may still come, and somebody waits for it. */
export const OPEN_STATES = [
  ...(['created', 'redirected', 'authorised', 'unknown'] as const),
  ...(['to_confirm', 'confirmed', 'out'] as const),
]

export const isOpen = (state: PaymentState) =>
  (OPEN_STATES as readonly PaymentState[]).includes(state)
