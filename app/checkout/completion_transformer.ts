import type { Locale } from '#app/platform/http/locale'
import { evolve, type Placed } from '#app/orders/order_state'
import type { PlacedOrder } from '#app/orders/place_order'
import { orderToken } from '#app/orders/order_token'
import { orderAnswer } from '#app/orders/order_transformer'

/** A new order with the token that opens it, and how it is paid. */
export function completionAnswer(
  { number, placedAt }: PlacedOrder,
  data: Placed,
  locale: Locale
): object {
  const order = { ...evolve(undefined, { type: 'order.placed', data }, placedAt), number }
  return {
    data: {
      order: { ...orderAnswer(order, locale), token: orderToken(number) },
      payment: { method: data.paymentMethod, state: order.paymentState, redirectUrl: null },
    },
  }
}
