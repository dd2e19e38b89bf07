import vine from '@vinejs/vine'
import { skuInput } from '#app/catalogue/products/sku_input'
import { dinarInput } from '#app/money/dinar_input'
import { day, digits, integer, paging, text } from '#app/platform/http/input'
import { ONLINE_METHODS } from '#app/payments/gateways/gateway'
import { DECISIONS } from '#app/payments/payment'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { PAYMENT_STATES } from '#app/payments/payment_state'
import { PAYMENT_QUEUES } from '#app/payments/desk/payments_query'

export const paymentListValidator = vine.create({
  state: vine.enum(PAYMENT_STATES).optional(),
  method: vine.enum(PAYMENT_METHODS).optional(),
  queue: vine.enum(PAYMENT_QUEUES).optional(),
  older: digits({ min: 1, max: 3_650 }).optional(),
  q: text({ max: 60 }).optional(),
  ...paging(),
})

const MOST_LINES = 200
const MOST = 2_000_000_000

/** Amounts in millimes. */
export const refundValidator = vine.create({
  amount: integer({ min: 1, max: MOST }).optional(),
  lines: vine
    .array(vine.object({ sku: skuInput(), quantity: integer({ min: 1, max: 10_000 }) }))
    .maxLength(MOST_LINES)
    .optional(),
  reason: text({ min: 3, max: 500 }),
  document: text({ max: 100 }).optional(),
})

/** As a form sends it: the amount in dinars. */
export const refundFormValidator = vine.create({
  amount: dinarInput().optional(),
  reason: text({ min: 3, max: 500 }),
  document: text({ max: 100 }).optional(),
  key: text({ max: 36 }),
  lines: vine
    .array(vine.object({ sku: skuInput(), quantity: digits({ max: 10_000 }).optional() }))
    .maxLength(MOST_LINES)
    .optional(),
})

/** What becomes of money that does not fit. */
export const decisionValidator = vine.create({
  decision: vine.enum(DECISIONS),
  reason: text({ min: 3, max: 500 }),
})

export const documentValidator = vine.create({ document: text({ max: 100 }) })

export const refundIdValidator = vine.create({
  id: text({ max: 36 }),
  refundId: text({ max: 36 }),
})

/** Whose list of which day is compared with our books. */
export const reconciliationValidator = vine.create({
  method: vine.enum(ONLINE_METHODS),
  day: day(),
})
