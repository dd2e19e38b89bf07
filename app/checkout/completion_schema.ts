import vine from '@vinejs/vine'
import { orderFields } from '#app/orders/buyers/order_schema'
import { paymentSchema } from '#app/payments/intents/payment_schema'
import { one, text } from '#app/platform/openapi/answers'

/** A new order with the token that opens it, and how it is paid. */
export const completionSchema = () =>
  one(
    vine.object({
      order: vine.object({ ...orderFields(), token: text() }),
      payment: paymentSchema(),
    })
  )
