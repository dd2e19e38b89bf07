import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { skuInput } from '#app/catalogue/products/sku_input'
import { dinarInput, MAX_MILLIMES } from '#app/money/dinar_input'
import { day, digits, id, integer, paging, text, ticked } from '#app/platform/http/input'

const MOST_PIECES = 100_000

const words = {
  name: text({ max: 120 }),
  /** The code of a customer group; without one the list is for everybody. */
  group: text({ max: 40 }).nullable().optional(),
  startsOn: day().nullable().optional(),
  endsOn: day().nullable().optional(),
}

/** Days of Tunis; both count. */
export const priceListValidator = vine.create({
  ...words,
  minQuantity: integer({ min: 1, max: MOST_PIECES }).optional(),
  isActive: vine.boolean({ strict: true }).optional(),
})

export type PriceListInput = Infer<typeof priceListValidator>

/** The same as people type it. */
export const priceListFormValidator = vine.create({
  version: id().optional(),
  ...words,
  minQuantity: digits({ min: 1, max: MOST_PIECES }).nullable().optional(),
  isActive: ticked(),
})

const subject = {
  sku: skuInput().nullable().optional(),
  /** Slugs of a brand or of a category. */
  brand: text({ max: 200 }).nullable().optional(),
  category: text({ max: 300 }).nullable().optional(),
}

/** About one product, brand or category: a price in millimes, or percent off the shelf price. */
export const priceRuleValidator = vine.create({
  ...subject,
  price: integer({ min: 1, max: MAX_MILLIMES }).nullable().optional(),
  percentOff: integer({ min: 1, max: 99 }).nullable().optional(),
})

export type PriceRuleInput = Infer<typeof priceRuleValidator>

/** The same as people type it: prices in dinars. */
export const priceRuleFormValidator = vine.create({
  ...subject,
  price: dinarInput().nullable().optional(),
  percentOff: digits({ min: 1, max: 99 }).nullable().optional(),
})

export const PRICE_LIST_STATES = ['running', 'planned', 'over'] as const

export const priceListsValidator = vine.create({
  state: vine.enum(PRICE_LIST_STATES).optional(),
  ...paging(),
})

export const priceListIdValidator = vine.create({ id: id() })
export const priceRuleIdValidator = vine.create({ id: id(), ruleId: id() })
