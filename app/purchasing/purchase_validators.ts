import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { skuInput } from '#app/catalogue/products/sku_input'
import { dinarInput, MAX_MILLIMES } from '#app/money/dinar_input'
import {
  day,
  digits,
  flag,
  id,
  integer,
  key,
  paging,
  text,
  valuesByName,
} from '#app/platform/http/input'
import { MOVE_NAMES, PURCHASE_STATES } from '#app/purchasing/purchase_order_state'

/** More are several orders. */
export const MOST_LINES = 500
const PIECES = { min: 1, max: 100_000 }
const COUNTED = { min: 0, max: 100_000 }
const location = () => text({ max: 40 })
const notes = () => text({ max: 2_000 }).nullable().optional()
const supplierReference = () => text({ max: 60 }).nullable().optional()

export const purchaseNumberValidator = vine.create({ number: text({ max: 40 }) })
export const purchaseMoveValidator = vine.create({
  number: text({ max: 40 }),
  move: vine.enum(MOVE_NAMES),
})

export const purchaseListValidator = vine.create({
  q: text({ max: 60 }).optional(),
  state: vine.enum(PURCHASE_STATES).optional(),
  supplierId: id().optional(),
  late: flag().optional(),
  ...paging(),
})

/** What is wanted of a product: `cost` of a piece in millimes without tax, as the supplier asks when left out. */
const line = vine.object({
  sku: skuInput(),
  quantity: integer(PIECES),
  cost: integer({ max: MAX_MILLIMES }).optional(),
})
const lines = () => vine.array(line).maxLength(MOST_LINES)

export const purchaseInputValidator = vine.create({
  supplierId: key(),
  location: location().optional(),
  expectedOn: day().nullable().optional(),
  notes: notes(),
  lines: lines().optional(),
})
export const purchasePatchValidator = vine.create({
  location: location().optional(),
  expectedOn: day().nullable().optional(),
  supplierReference: supplierReference(),
  notes: notes(),
})
export const purchaseLinesValidator = vine.create({ lines: lines() })

/** What belongs to a move: the day the supplier names, and its own number; without a mail, it is told by hand. */
export const purchaseMoveInputValidator = vine.create({
  expectedOn: day().nullable().optional(),
  supplierReference: supplierReference(),
  mail: vine.boolean({ strict: true }).optional(),
})
export const purchaseMoveFormValidator = vine.create({
  expectedOn: day().nullable().optional(),
  supplierReference: supplierReference(),
  mail: flag().optional(),
})

/** Forms. */
export const newPurchaseFormValidator = vine.create({ supplierId: id(), location: location() })
export const purchaseFactsFormValidator = vine.create({
  location: location(),
  expectedOn: day().nullable().optional(),
  supplierReference: supplierReference(),
  notes: notes(),
})
/** `quantity[l12]` of line 12, 0 takes it out; and one more line. */
export const purchaseLinesFormValidator = vine.create({
  quantity: valuesByName(digits(COUNTED)).optional(),
  cost: valuesByName(dinarInput()).optional(),
  sku: skuInput().nullable().optional(),
  newQuantity: digits(PIECES).nullable().optional(),
  newCost: dinarInput().nullable().optional(),
})

/** What came of each product, and what of it went back. */
export const receiptValidator = vine.create({
  deliveryNote: text({ max: 60 }).nullable().optional(),
  acceptOver: vine.boolean({ strict: true }).optional(),
  updateCosts: vine.boolean({ strict: true }).optional(),
  lines: vine
    .array(
      vine.object({
        sku: skuInput(),
        accepted: integer(COUNTED),
        refused: integer(COUNTED).optional(),
        /** Of a piece as the supplier invoices it, in millimes without tax. */
        invoicedCost: integer({ max: MAX_MILLIMES }).optional(),
      })
    )
    .minLength(1)
    .maxLength(MOST_LINES),
})
export const receiptFormValidator = vine.create({
  key: text({ min: 16, max: 60 }),
  deliveryNote: text({ max: 60 }).nullable().optional(),
  acceptOver: flag().optional(),
  updateCosts: flag().optional(),
  accepted: valuesByName(digits(COUNTED).nullable()).optional(),
  refused: valuesByName(digits(COUNTED).nullable()).optional(),
  invoiced: valuesByName(dinarInput().nullable()).optional(),
})

export const suggestionListValidator = vine.create({
  supplierId: id().optional(),
  ...paging(),
})
export const suggestedValidator = vine.create({
  productIds: vine.array(key()).minLength(1).maxLength(200),
})
export const suggestedFormValidator = vine.create({
  ids: vine.array(id()).minLength(1).maxLength(200),
})

export type PurchaseInput = Infer<typeof purchaseInputValidator>
export type PurchasePatch = Infer<typeof purchasePatchValidator>
export type MoveInput = Infer<typeof purchaseMoveInputValidator>
