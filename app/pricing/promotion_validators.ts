import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { dinarInput, MAX_MILLIMES } from '#app/money/dinar_input'
import { day, digits, id, integer, paging, text, ticked } from '#app/platform/http/input'
import { PROMOTION_KINDS } from '#app/pricing/promotion'

const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{2,29}$/
const MOST_USES = 1_000_000

const words = {
  name: text({ max: 120 }),
  /** Without one it comes by itself. */
  code: text({ max: 30 }).regex(CODE).nullable().optional(),
  kind: vine.enum(PROMOTION_KINDS),
  /** Slugs of a brand or of a category, the code of a customer group. */
  brand: text({ max: 200 }).nullable().optional(),
  category: text({ max: 300 }).nullable().optional(),
  group: text({ max: 40 }).nullable().optional(),
  startsOn: day().nullable().optional(),
  endsOn: day().nullable().optional(),
}

/** Amounts in millimes, days of Tunis; what a kind has no use for is left out. */
export const promotionValidator = vine.create({
  ...words,
  percent: integer({ min: 1, max: 100 }).nullable().optional(),
  amount: integer({ min: 1, max: MAX_MILLIMES }).nullable().optional(),
  buy: integer({ min: 1, max: 99 }).nullable().optional(),
  get: integer({ min: 1, max: 99 }).nullable().optional(),
  minSubtotal: integer({ max: MAX_MILLIMES }).optional(),
  maxUses: integer({ min: 1, max: MOST_USES }).nullable().optional(),
  oncePerCustomer: vine.boolean({ strict: true }).optional(),
  combines: vine.boolean({ strict: true }).optional(),
  isActive: vine.boolean({ strict: true }).optional(),
})

export type PromotionInput = Infer<typeof promotionValidator>

/** The same as people type it: amounts in dinars, empty fields as null. */
export const promotionFormValidator = vine.create({
  version: id().optional(),
  ...words,
  percent: digits({ min: 1, max: 100 }).nullable().optional(),
  amount: dinarInput().nullable().optional(),
  buy: digits({ min: 1, max: 99 }).nullable().optional(),
  get: digits({ min: 1, max: 99 }).nullable().optional(),
  minSubtotal: dinarInput().nullable().optional(),
  maxUses: digits({ min: 1, max: MOST_USES }).nullable().optional(),
  ...{ oncePerCustomer: ticked(), combines: ticked(), isActive: ticked() },
})

export const PROMOTION_STATES = ['running', 'planned', 'over'] as const

export const promotionListValidator = vine.create({
  state: vine.enum(PROMOTION_STATES).optional(),
  ...paging(),
})

export const promotionIdValidator = vine.create({ id: id() })
