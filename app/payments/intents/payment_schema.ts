import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { instant } from '#app/platform/openapi/answers'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { PAYMENT_STATES } from '#app/payments/payment_state'

/** A payment in an answer to its buyer. */
export const paymentFields = () => ({
  id: vine.string(),
  orderNumber: vine.string(),
  method: vine.enum(PAYMENT_METHODS),
  state: vine.enum(PAYMENT_STATES),
  amount: moneySchema(),
  refunded: moneySchema(),
  redirectUrl: vine.string().nullable(),
  failure: vine.string().nullable(),
  expiresAt: instant().nullable(),
})

export const paymentSchema = () => vine.object(paymentFields())
