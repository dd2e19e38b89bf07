import type { OrderEvent, Placed } from '#app/orders/order_event'

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

/** The shop has its money, or what of it was not paid back: nothing is to be collected any more. */
export const isPaid = ({ paymentState }: Pick<States, 'paymentState'>): boolean =>
  paymentState === 'paid' || paymentState === 'partially_refunded'

/** Whether its money is there, or comes at the door: nothing leaves before. */
export const mayLeave = (order: Pick<Order, 'paymentState' | 'paymentMethod'>): boolean =>
  order.paymentMethod === 'cod' || isPaid(order)

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
  // It moves nothing, as long as nothing has left. What is paid only gets cheaper: see `askOtherAmount`.
  'order.edited': {
    state: { placed: 'placed', confirmed: 'confirmed' },
    paymentState: { due: 'due', paid: 'paid' },
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
