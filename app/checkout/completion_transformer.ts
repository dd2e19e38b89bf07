import type { Locale } from '#app/platform/http/locale'
import type { Order } from '#app/orders/order_state'
import { orderToken } from '#app/orders/buyers/order_token'
import { orderAnswer } from '#app/orders/buyers/order_transformer'
import type { Payment } from '#app/payments/payment'
import { paymentAnswer } from '#app/payments/intents/payment_transformer'

/** A new order with the token that opens it, and how it is paid. */
export const completionAnswer = (
  order: Order & { number: string },
  payment: Payment,
  locale: Locale
) => ({
  data: {
    order: { ...orderAnswer(order, locale), token: orderToken(order.number) },
    payment: paymentAnswer(payment),
  },
})
