/** Where an order to a supplier stands. */
export const PURCHASE_STATES = [
  'draft',
  'sent',
  'confirmed',
  'partial',
  'received',
  'closed',
  'cancelled',
] as const
export type PurchaseState = (typeof PURCHASE_STATES)[number]

/** What people do with it, from where, and where that leads. */
export const PURCHASE_MOVES = {
  sending: { from: ['draft'], to: 'sent' },
  confirmation: { from: ['sent'], to: 'confirmed' },
  cancellation: { from: ['draft', 'sent', 'confirmed'], to: 'cancelled' },
  /** What has not come will not come. */
  closing: { from: ['partial', 'received'], to: 'closed' },
} as const satisfies Record<string, { from: readonly PurchaseState[]; to: PurchaseState }>
export type PurchaseMove = keyof typeof PURCHASE_MOVES
export const MOVE_NAMES = Object.keys(PURCHASE_MOVES) as PurchaseMove[]

/** States in which pieces may come. */
const RECEIVABLE: readonly PurchaseState[] = ['sent', 'confirmed', 'partial', 'received']
/** States in which pieces are awaited. */
export const AWAITED: readonly PurchaseState[] = ['sent', 'confirmed', 'partial']

export const mayMove = (state: PurchaseState, move: PurchaseMove) =>
  (PURCHASE_MOVES[move].from as readonly PurchaseState[]).includes(state)

export const mayReceive = (state: PurchaseState) => RECEIVABLE.includes(state)

/** The state after a delivery. When everything was refused, nothing has come: it stays as it was. */
export function afterDelivery(
  state: PurchaseState,
  lines: { ordered: number; received: number }[]
): PurchaseState {
  if (lines.every(({ ordered, received }) => received >= ordered)) return 'received'
  return lines.some(({ received }) => received > 0) ? 'partial' : state
}
