import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { skuInput } from '#app/catalogue/products/sku_input'
import { givenAttributes } from '#app/catalogue/attributes/attribute_validators'
import { MOST_AT_LEAST, QUALITIES, STATUSES, TAX_RATES } from '#app/catalogue/products/product'
import { filterFields } from '#app/catalogue/products/product_filter'
import { type Sort, SORTS } from '#app/catalogue/products/product_rows_query'
import { MAX_MILLIMES } from '#app/money/dinar_input'
import { digits, id, integer, paging, text, version } from '#app/platform/http/input'

const millimes = () => integer({ min: 1, max: MAX_MILLIMES })

/** What a product is made of when it is written whole. */
const whole = {
  sku: skuInput(),
  name: text({ max: 300 }),
  nameAr: text({ max: 300 }).nullable().optional(),
  brand: text({ max: 200 }),
  category: text({ max: 300 }).nullable().optional(),
  mpn: text({ max: 80 }).nullable().optional(),
  description: text({ max: 20_000 }).nullable().optional(),
  descriptionAr: text({ max: 20_000 }).nullable().optional(),
  status: vine.enum(STATUSES).optional(),
  quality: vine.enum(QUALITIES).optional(),
  price: millimes().nullable().optional(),
  compareAtPrice: millimes().nullable().optional(),
  cost: integer({ min: 0, max: MAX_MILLIMES }).nullable().optional(),
  taxRate: vine.enum(TAX_RATES).optional(),
  warrantyMonths: integer({ max: 600 }).nullable().optional(),
  weightG: integer({ min: 1, max: 10_000_000 }).nullable().optional(),
  gtin: text({ max: 14 })
    .regex(/^\d{8,14}$/)
    .nullable()
    .optional(),
  coreCharge: integer({ max: MAX_MILLIMES }).optional(),
  orderable: vine.boolean({ strict: true }).optional(),
  /** Sold from so many pieces on, and in packs of so many. */
  minQuantity: integer({ min: 1, max: MOST_AT_LEAST }).optional(),
  packSize: integer({ min: 1, max: MOST_AT_LEAST }).optional(),
  /** The SKU of what replaces it. */
  supersededBy: text({ max: 80 }).nullable().optional(),
  attributes: givenAttributes().optional(),
}

/** `POST` and `PUT`: a whole product. */
export const productValidator = vine.create(whole)

/** `PATCH`: any part of one. */
export const productPatchValidator = vine.create({
  ...whole,
  sku: whole.sku.clone().optional(),
  name: whole.name.clone().optional(),
  brand: whole.brand.clone().optional(),
})

export const productIdValidator = vine.create({ id: id() })

/** A status that is chosen in the list, of a product as it was seen there. */
export const productStatusValidator = vine.create({
  status: vine.enum(STATUSES),
  version: version(),
  /** The list it was chosen in, as in its address. */
  query: text({ max: 2_000 }).nullable().optional(),
})

/** The list of all products: prices in millimes here, in dinars on the page. */
export const adminProductListValidator = vine.create({
  ...filterFields,
  priceMin: digits({ max: MAX_MILLIMES }).optional(),
  priceMax: digits({ max: MAX_MILLIMES }).optional(),
  sortBy: vine.enum(Object.keys(SORTS) as Sort[]).optional(),
  sortOrder: vine.enum(['asc', 'desc'] as const).optional(),
  ...paging(),
})

/** A manual price change: the new price in millimes, tax included, and why. */
export const priceChangeValidator = vine.create({
  price: millimes(),
  reason: text({ min: 3, max: 300 }),
})

export type ProductInput = Infer<typeof productValidator>
export type ProductPatch = Infer<typeof productPatchValidator>
