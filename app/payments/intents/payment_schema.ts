import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { instant, text } from '#app/platform/openapi/answers'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { PAYMENT_STATES } from '#app/payments/payment_state'

/** A payment in an answer to its buyer. */
export const paymentFields = () => ({
  id: text(),
  orderNumber: text(),
  method: vine.enum(PAYMENT_METHODS),
  state: vine.enum(PAYMENT_STATES),
  amount: moneySchema(),
  refunded: moneySchema(),
  redirectUrl: text().nullable(),
  failure: text().nullable(),
  expiresAt: instant().nullable(),
})

export const paymentSchema = () => vine.object(paymentFields())
