import { money } from '#app/money/money'
import type { OrderItem } from '#app/orders/desk/orders_query'
import type { KeptEvent, KeptOrder } from '#app/orders/order_query'
import { contactAnswer, orderAnswer } from '#app/orders/buyers/order_transformer'

/** An order in a list for staff. */
export const orderItemAnswer = (order: OrderItem) => ({
  number: order.number,
  state: order.state,
  paymentState: order.paymentState,
  deliveryState: order.deliveryState,
  paymentMethod: order.paymentMethod,
  governorate: order.governorate,
  pieces: order.pieces,
  total: money(order.total),
  placedAt: order.placedAt.toISOString(),
  stateSince: order.stateSince.toISOString(),
  customer: customerOf(order),
})

/** Null once it was erased; a walk-in may have neither name nor telephone. */
const customerOf = ({ fullName, phone, isWalkIn }: OrderItem) =>
  fullName !== null || isWalkIn ? { fullName, phone, isWalkIn } : null

/** An order with whom it is for and what has happened to it. */
export const orderDetailAnswer = (order: KeptOrder, events: KeptEvent[]) => ({
  ...orderAnswer(order, 'fr'),
  version: order.version,
  contact: contactAnswer(order.contact, order.governorate, 'fr'),
  events: events.map(({ version, type, at, actor, data }) => ({
    ...{ version, type, actor, data },
    at: at.toISOString(),
  })),
})
