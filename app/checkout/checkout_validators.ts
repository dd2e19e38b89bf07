import vine from '@vinejs/vine'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { text } from '#app/platform/http/input'

export const checkoutIdValidator = vine.create({ id: text({ max: 36 }) })

export const shippingAddressValidator = vine.create({
  fullName: text({ min: 3, max: 100 }),
  phone: text({ max: 30 }),
  governorate: text({ max: 60 }),
  delegation: text({ max: 60 }),
  address: text({ min: 3, max: 300 }),
  postalCode: text({ max: 4 })
    .regex(/^\d{4}$/)
    .optional(),
  notes: text({ max: 500 }).optional(),
})

export const shippingChoiceValidator = vine.create({ optionId: text({ max: 30 }) })

export const completionValidator = vine.create({
  paymentMethod: vine.enum(PAYMENT_METHODS),
  email: vine.string().trim().email().maxLength(254).optional(),
})
