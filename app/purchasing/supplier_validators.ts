import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { skuInput } from '#app/catalogue/products/sku_input'
import { dinarInput, MAX_MILLIMES } from '#app/money/dinar_input'
import { digits, flag, id, integer, paging, text, ticked } from '#app/platform/http/input'

const DAYS = { min: 0, max: 365 }
const PIECES = { min: 1, max: 100_000 }

const name = () => text({ max: 100 })
const facts = {
  contactName: text({ max: 100 }).nullable().optional(),
  email: text({ max: 254 }).email().nullable().optional(),
  phone: text({ max: 40 }).nullable().optional(),
  address: text({ max: 500 }).nullable().optional(),
  notes: text({ max: 2_000 }).nullable().optional(),
}

/** Through the API: amounts in millimes. */
const fields = {
  ...facts,
  paymentDays: integer(DAYS).optional(),
  leadDays: integer(DAYS).nullable().optional(),
  minimumOrder: integer({ max: MAX_MILLIMES }).optional(),
  active: vine.boolean({ strict: true }).optional(),
}
export const supplierInputValidator = vine.create({ name: name(), ...fields })
export const supplierPatchValidator = vine.create({ name: name().optional(), ...fields })

/** As the form sends it: amounts in dinars, a box that is not ticked is absent. */
export const supplierFormValidator = vine.create({
  name: name(),
  ...facts,
  paymentDays: digits(DAYS),
  leadDays: digits(DAYS).nullable().optional(),
  minimumOrder: dinarInput(),
  active: ticked(),
})

export const supplierIdValidator = vine.create({ id: id() })
export const supplierListValidator = vine.create({
  q: text({ max: 100 }).optional(),
  active: flag().optional(),
  ...paging(),
})

export const offerPlaceValidator = vine.create({ id: id(), productId: id() })

/** What a supplier asks for a product: `cost` of a piece in millimes without tax. */
export const offerInputValidator = vine.create({
  reference: text({ max: 80 }).nullable().optional(),
  cost: integer({ max: MAX_MILLIMES }),
  pack: integer(PIECES).optional(),
  minimum: integer(PIECES).optional(),
  leadDays: integer(DAYS).nullable().optional(),
})
export const offerFormValidator = vine.create({
  sku: skuInput(),
  reference: text({ max: 80 }).nullable().optional(),
  cost: dinarInput(),
  pack: digits(PIECES),
  minimum: digits(PIECES),
  offerDays: digits(DAYS).nullable().optional(),
})

export type SupplierInput = Infer<typeof supplierInputValidator>
export type SupplierPatch = Infer<typeof supplierPatchValidator>
export type OfferInput = Infer<typeof offerInputValidator>
