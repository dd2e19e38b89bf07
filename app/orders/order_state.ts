import type { Applied } from '#app/pricing/apply_promotions'

/** Where an order, its payment and its delivery stand. */
export const ORDER_STATES = ['placed', 'confirmed', 'completed', 'cancelled'] as const
export const PAYMENT_STATES = ['due', 'paid', 'partially_refunded', 'refunded', 'void'] as const
export const DELIVERY_STATES = [
  ...(['pending', 'partially_shipped', 'shipped'] as const),
  ...(['delivered', 'returned', 'void'] as const),
] as const

export type States = {
  state: (typeof ORDER_STATES)[number]
  paymentState: (typeof PAYMENT_STATES)[number]
  deliveryState: (typeof DELIVERY_STATES)[number]
}

/** A line of an order. Prices in millimes, tax included. */
export type OrderLine = {
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  quantity: number
  unitPrice: number
  /** Percent. */
  taxRate: number
  /** Before promotions. */
  lineTotal: number
  /** What promotions take off. */
  discount: number
}

/** What the first event tells; who it is for is kept apart. Amounts in millimes, `tax` is a part of `total`. */
export type Placed = {
  lines: OrderLine[]
  /** What counted when it was placed; the books of promotions are in `pricing`. */
  promotions?: Applied[]
  subtotal: number
  discount: number
  shipping: number
  tax: number
  total: number
  paymentMethod: string
  shippingOption: string
  governorate: string
  locale: string
}

/** What an order is after staff have changed it before it left; the rest stays. */
export type Edited = {
  reason: string
  /** Pieces of each line that is not as it was: before and after, none where it is new or gone. */
  changes: { sku: string; from: number; to: number }[]
  /** Whether it goes to another address, which is kept apart. */
  isReaddressed: boolean
  after: Omit<Placed, 'paymentMethod' | 'locale'>
}

export type OrderEvent =
  | { type: 'order.placed'; data: Placed }
  | { type: 'order.confirmed'; data: Record<string, never> }
  | { type: 'order.cancelled'; data: { reason: string } }
  | { type: 'order.reopened'; data: Record<string, never> }
  | { type: 'order.edited'; data: Edited }
  | { type: 'order.noted'; data: { text: string } }
  | { type: 'order.called'; data: { outcome: CallOutcome; text?: string } }
  | { type: 'order.partly_shipped'; data: Shipped }
  | { type: 'order.shipped'; data: Shipped }
  | { type: 'order.parcel_delivered'; data: { parcel: string } }
  | { type: 'order.parcel_returned'; data: { parcel: string } }
  | { type: 'order.refused'; data: { parcel: string; reason: string } }
  | { type: 'order.delivered'; data: { parcel: string } }
  | { type: 'order.returned'; data: { parcel: string } }
  | { type: 'payment.method_changed'; data: { method: string } }
  | { type: 'payment.captured'; data: PaymentFact }
  | { type: 'payment.failed'; data: PaymentFact & { reason: string } }
  | { type: 'payment.refunded'; data: PaymentFact & { left: number; reason: string } }

/** How a call to the buyer went. */
export const CALL_OUTCOMES = ['answered', 'no_answer', 'call_back', 'wrong_number'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** A parcel that left with some of the order, or with the rest of it. */
type Shipped = {
  parcel: string
  carrier: string
  trackingNumber: string | null
  items: { sku: string; quantity: number }[]
}

/** What happened to a payment. `amount` in millimes; `left` is what the shop still has of the order. */
type PaymentFact = { paymentId: string; method: string; amount: number }

/** What an order is after its events. `stateSince` is when the state of the order changed last. */
export type Order = States & Placed & { version: number; placedAt: Date; stateSince: Date }

type Moves = { [Kind in keyof States]?: Partial<Record<States[Kind], States[Kind]>> }

/** Which event leads from where to where; an event that is not here moves nothing. */
const MOVES: Partial<Record<OrderEvent['type'], Moves>> = {
  'order.confirmed': { state: { placed: 'confirmed' } },
  'order.cancelled': {
    state: { placed: 'cancelled', confirmed: 'cancelled' },
    // What was paid stays paid until it is paid back.
    paymentState: {
      ...{ due: 'void', paid: 'paid' },
      ...{ partially_refunded: 'partially_refunded', refunded: 'refunded' },
    },
    deliveryState: { pending: 'void' },
  },
  'order.reopened': {
    state: { cancelled: 'placed' },
    paymentState: { void: 'due' },
    deliveryState: { void: 'pending' },
  },
  // It moves nothing: as long as nothing has left and nothing is paid.
  'order.edited': {
    state: { placed: 'placed', confirmed: 'confirmed' },
    paymentState: { due: 'due' },
    deliveryState: { pending: 'pending' },
  },
  'order.partly_shipped': {
    state: { confirmed: 'confirmed' },
    deliveryState: { pending: 'partially_shipped', partially_shipped: 'partially_shipped' },
  },
  'order.shipped': {
    state: { confirmed: 'confirmed' },
    deliveryState: { pending: 'shipped', partially_shipped: 'shipped' },
  },
  'order.delivered': {
    state: { confirmed: 'completed' },
    deliveryState: { shipped: 'delivered' },
  },
  // What was paid stays paid until it is paid back.
  'order.returned': {
    state: { confirmed: 'cancelled' },
    paymentState: {
      ...{ due: 'void', paid: 'paid' },
      ...{ partially_refunded: 'partially_refunded', refunded: 'refunded' },
    },
    deliveryState: { shipped: 'returned' },
  },
  'payment.captured': {
    // Money may come late, or twice: it is there all the same.
    paymentState: {
      ...{ due: 'paid', void: 'paid', paid: 'paid' },
      ...{ partially_refunded: 'paid', refunded: 'paid' },
    },
  },
  'payment.refunded': {
    paymentState: { paid: 'partially_refunded', partially_refunded: 'partially_refunded' },
  },
}

const BEGINNING: States = { state: 'placed', paymentState: 'due', deliveryState: 'pending' }

/** Whether an event can happen to an order as it stands. */
export function mayHappen(states: States, type: OrderEvent['type']): boolean {
  return Object.entries(MOVES[type] ?? {}).every(
    ([kind, moves]) => states[kind as keyof States] in moves
  )
}

/** The order after one more event. Pure: the same events make the same order, always. */
export function evolve(order: Order | undefined, event: OrderEvent, at: Date): Order {
  if (event.type === 'order.placed') {
    return { ...event.data, ...BEGINNING, version: 1, placedAt: at, stateSince: at }
  }
  if (!order) throw new Error(`${event.type} happened to an order that was never placed`)
  const moved = movedBy(order, event)
  const stateSince = moved.state === order.state ? order.stateSince : at
  const paymentMethod =
    event.type === 'payment.method_changed' ? event.data.method : order.paymentMethod
  const edited = event.type === 'order.edited' ? event.data.after : undefined
  return { ...order, ...edited, ...moved, paymentMethod, stateSince, version: order.version + 1 }
}

function movedBy(order: Order, event: OrderEvent): States {
  const { state, paymentState, deliveryState } = MOVES[event.type] ?? {}
  const moved = {
    state: state?.[order.state] ?? order.state,
    paymentState: paymentState?.[order.paymentState] ?? order.paymentState,
    deliveryState: deliveryState?.[order.deliveryState] ?? order.deliveryState,
  }
  return event.type === 'payment.refunded'
    ? { ...moved, paymentState: stateLeftBy(event.data.left, order.total) }
    : moved
}

/** Of an order whose money went back: all of it, a part, or only what was too much. */
function stateLeftBy(left: number, total: number): States['paymentState'] {
  if (left <= 0) return 'refunded'
  return left < total ? 'partially_refunded' : 'paid'
}
