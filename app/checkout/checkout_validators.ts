import vine from '@vinejs/vine'
import { text } from '#app/platform/http/input'

export const checkoutIdValidator = vine.create({ id: text({ max: 36 }) })

export const shippingChoiceValidator = vine.create({ optionId: text({ max: 30 }) })

/** Methods join when somebody can take the money. */
export const completionValidator = vine.create({
  paymentMethod: vine.enum(['cod', 'transfer'] as const),
  email: vine.string().trim().email().maxLength(254).optional(),
})
