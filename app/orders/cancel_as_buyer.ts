import { notFound, Problem } from '#app/platform/http/problem'
import { cancelOrder } from '#app/orders/cancel_order'
import { type OrderPage, orderQuery } from '#app/orders/order_query'

/** Who bought may cancel until the shop has confirmed; once it is cancelled, doing so again changes nothing. */
export async function cancelAsBuyer(number: string, reason: string): Promise<OrderPage> {
  const order = await orderQuery(number)
  if (!order) throw notFound('order')
  if (order.state === 'cancelled') return order
  if (order.state === 'placed') return cancelOrder(number, reason, 'guest')
  throw new Problem({
    status: 409,
    code: 'order_confirmed',
    title: 'This order is being prepared',
    detail: 'The shop has confirmed the order. Call the shop to cancel it.',
  })
}
