import { type OrderItem, type OrdersAsked, ordersQuery } from '#app/orders/desk/orders_query'

export const EXPORT_COLUMNS = [
  ...['number', 'placed_at', 'state', 'payment_state', 'delivery_state', 'payment_method'],
  ...['full_name', 'phone', 'governorate', 'pieces', 'total'],
]

const PAGE = 500

/** The orders of a list of the desk as rows of a file: all of its pages, in its order. */
export async function* exportedOrders(asked: OrdersAsked): AsyncGenerator<string[]> {
  let cursor: string | undefined
  do {
    const { page, nextCursor } = await ordersQuery(asked, PAGE, cursor)
    for (const order of page) yield rowOf(order)
    cursor = nextCursor ?? undefined
  } while (cursor)
}

function rowOf(order: OrderItem): string[] {
  const { state, paymentState, deliveryState, paymentMethod } = order
  return [
    ...[order.number, order.placedAt.toISOString()],
    ...[state, paymentState, deliveryState, paymentMethod],
    ...[order.fullName ?? '', order.phone ?? '', order.governorate],
    ...[String(order.pieces), (order.total / 1000).toFixed(3)],
  ]
}
