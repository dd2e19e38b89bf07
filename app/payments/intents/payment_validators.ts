import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'
import { orderNumber } from '#app/orders/buyers/order_validators'
import { ONLINE_METHODS } from '#app/payments/gateways/gateway'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'

export const paymentIdValidator = vine.create({ id: text({ max: 36 }) })

export const intentValidator = vine.create({
  orderNumber: orderNumber(),
  method: vine.enum(PAYMENT_METHODS),
  token: text({ max: 500 }).optional(),
})

export const attemptValidator = vine.create({ method: vine.enum(PAYMENT_METHODS) })

export const providerValidator = vine.create({ provider: vine.enum(ONLINE_METHODS) })

/** How each gateway names a payment in an address; what it sends besides is its own. */
export const hintQueryValidator = vine.create({
  payment_ref: text({ max: 100 }).optional(),
  payment_id: text({ max: 100 }).optional(),
  orderId: text({ max: 100 }).optional(),
  mdOrder: text({ max: 100 }).optional(),
})
