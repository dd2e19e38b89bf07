import vine from '@vinejs/vine'
import { flag } from '#app/platform/http/input'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'

export const switchedMethodValidator = vine.create({ method: vine.enum(PAYMENT_METHODS) })
export const switchValidator = vine.create({ isOn: vine.boolean({ strict: true }) })
export const switchFormValidator = vine.create({ isOn: flag() })
