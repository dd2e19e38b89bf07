import type { Applied } from '#app/pricing/apply_promotions'

/** Where an order, its payment and its delivery stand. */
export const ORDER_STATES = ['placed', 'confirmed', 'completed', 'cancelled'] as const
export const PAYMENT_STATES = ['due', 'paid', 'refunded', 'void'] as const
export const DELIVERY_STATES = ['pending', 'shipped', 'delivered', 'returned', 'void'] as const

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

export type OrderEvent =
  | { type: 'order.placed'; data: Placed }
  | { type: 'order.confirmed'; data: Record<string, never> }
  | { type: 'order.cancelled'; data: { reason: string } }
  | { type: 'order.noted'; data: { text: string } }

/** What an order is after its events. `stateSince` is when the state of the order changed last. */
export type Order = States & Placed & { version: number; placedAt: Date; stateSince: Date }

type Transition<State> = { from: readonly State[]; to: State }
type Moves = { [Kind in keyof States]?: Transition<States[Kind]> }

/** Which event moves what, and from where; an event that is not here moves nothing. */
const MOVES: Partial<Record<OrderEvent['type'], Moves>> = {
  'order.confirmed': { state: { from: ['placed'], to: 'confirmed' } },
  'order.cancelled': {
    state: { from: ['placed', 'confirmed'], to: 'cancelled' },
    paymentState: { from: ['due'], to: 'void' },
    deliveryState: { from: ['pending'], to: 'void' },
  },
}

const BEGINNING: States = { state: 'placed', paymentState: 'due', deliveryState: 'pending' }

/** Whether an event can happen to an order as it stands. */
export function mayHappen(states: States, type: OrderEvent['type']): boolean {
  return Object.entries(MOVES[type] ?? {}).every(([kind, { from }]) =>
    (from as readonly string[]).includes(states[kind as keyof States])
  )
}

/** The order after one more event. Pure: the same events make the same order, always. */
export function evolve(order: Order | undefined, event: OrderEvent, at: Date): Order {
  if (event.type === 'order.placed') {
    return { ...event.data, ...BEGINNING, version: 1, placedAt: at, stateSince: at }
  }
  if (!order) throw new Error(`${event.type} happened to an order that was never placed`)
  const moved = movedBy(order, event.type)
  const stateSince = moved.state === order.state ? order.stateSince : at
  return { ...order, ...moved, stateSince, version: order.version + 1 }
}

function movedBy(states: States, type: OrderEvent['type']): States {
  const { state, paymentState, deliveryState } = MOVES[type] ?? {}
  return {
    state: state?.to ?? states.state,
    paymentState: paymentState?.to ?? states.paymentState,
    deliveryState: deliveryState?.to ?? states.deliveryState,
  }
}
