import { Problem } from '#app/platform/http/problem'
import { cancelOrder } from '#app/orders/changing/cancel_order'
import type { KeptOrder } from '#app/orders/order_query'

/** Who bought may cancel until the shop has confirmed; once it is cancelled, doing so again changes nothing. */
export async function cancelAsBuyer(
  order: KeptOrder,
  reason: string,
  actor: string
): Promise<KeptOrder> {
  if (order.state === 'cancelled') return order
  if (order.state === 'placed') return cancelOrder(order.number, reason, actor)
  throw new Problem({
    status: 409,
    code: 'order_confirmed',
    title: 'This order is being prepared',
    detail: 'The shop has confirmed the order. Call the shop to cancel it.',
  })
}
