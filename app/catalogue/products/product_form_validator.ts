import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { skuInput } from '#app/catalogue/products/sku_input'
import { givenAttributes } from '#app/catalogue/attributes/attribute_validators'
import { MOST_AT_LEAST, QUALITIES, STATUSES, TAX_RATES } from '#app/catalogue/products/product'
import { dinarInput } from '#app/money/dinar_input'
import { digits, text, ticked, version } from '#app/platform/http/input'

const price = () => dinarInput().nullable().optional()

/** The form of a product: what people type, empty fields as null. */
export const productFormValidator = vine.create({
  version: version().optional(),
  sku: skuInput(),
  name: text({ max: 300 }),
  nameAr: text({ max: 300 }).nullable().optional(),
  brand: text({ max: 200 }),
  category: text({ max: 300 }).nullable().optional(),
  mpn: text({ max: 80 }).nullable().optional(),
  gtin: text({ max: 14 })
    .regex(/^\d{8,14}$/)
    .nullable()
    .optional(),
  description: text({ max: 20_000 }).nullable().optional(),
  descriptionAr: text({ max: 20_000 }).nullable().optional(),
  status: vine.enum(STATUSES),
  quality: vine.enum(QUALITIES),
  price: price(),
  compareAtPrice: price(),
  cost: price(),
  taxRate: vine
    .enum(TAX_RATES.map(String) as `${(typeof TAX_RATES)[number]}`[])
    .transform((rate) => Number(rate) as (typeof TAX_RATES)[number]),
  coreCharge: dinarInput().optional(),
  warrantyMonths: digits({ max: 600 }).nullable().optional(),
  weightG: digits({ min: 1, max: 10_000_000 }).nullable().optional(),
  minQuantity: digits({ min: 1, max: MOST_AT_LEAST }).optional(),
  packSize: digits({ min: 1, max: MOST_AT_LEAST }).optional(),
  orderable: ticked(),
  supersededBy: text({ max: 80 }).nullable().optional(),
  attributes: givenAttributes().optional(),
  /** One more attribute by its code, and what it says. */
  otherAttribute: text({ max: 60 }).nullable().optional(),
  otherValue: text({ max: 500 }).nullable().optional(),
})

export type ProductFormInput = Infer<typeof productFormValidator>
