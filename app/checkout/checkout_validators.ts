import vine from '@vinejs/vine'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { emptyIsNone, text } from '#app/platform/http/input'

export const checkoutIdValidator = vine.create({ id: text({ max: 36 }) })

export const shippingChoiceValidator = vine.create({ optionId: text({ max: 30 }) })

export const completionValidator = vine.create({
  paymentMethod: vine.enum(PAYMENT_METHODS),
  email: vine.string().trim().email().maxLength(254).parse(emptyIsNone).optional(),
})
