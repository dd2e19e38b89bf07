import vine from '@vinejs/vine'
import { skuInput } from '#app/catalogue/products/sku_input'
import { dinarInput } from '#app/money/dinar_input'
import { day, digits, integer, paging, text } from '#app/platform/http/input'
import { DOCUMENT_TYPES } from '#app/invoicing/invoice'
import { readTaxId } from '#app/invoicing/tax_id'

const MOST = 2_000_000_000
const MOST_LINES = 200

const isTaxId = vine.createRule(
  (value, _, field) => {
    const read = typeof value === 'string' ? readTaxId(value) : undefined
    if (read === undefined) {
      field.report(
        'The {{ field }} field must be a matricule such as 1234567R/A/M/000',
        'taxId',
        field
      )
    } else field.mutate(read, field)
  },
  { name: 'taxId' }
)

const buyer = () => ({
  name: text({ min: 2, max: 120 }).optional(),
  taxId: text({ max: 30 }).use(isTaxId()).optional(),
  address: text({ min: 3, max: 300 }).optional(),
})

export const invoiceNumberValidator = vine.create({ number: text({ max: 30 }) })

export const invoiceListValidator = vine.create({
  type: vine.enum(DOCUMENT_TYPES).optional(),
  from: day().optional(),
  to: day().optional(),
  q: text({ max: 60 }).optional(),
  ...paging(),
})

export const invoiceValidator = vine.create({
  orderNumber: text({ max: 30 }),
  buyer: vine.object(buyer()).optional(),
})

/** To whom, as a form sends it. */
export const buyerFormValidator = vine.create(buyer())

/** The same, as a form sends it. */
export const invoiceFormValidator = vine.create({ orderNumber: text({ max: 30 }), ...buyer() })

/** Amounts in millimes. */
export const creditNoteValidator = vine.create({
  amount: integer({ min: 1, max: MOST }).optional(),
  lines: vine
    .array(vine.object({ sku: skuInput(), quantity: integer({ min: 1, max: 10_000 }) }))
    .maxLength(MOST_LINES)
    .optional(),
  reason: text({ min: 3, max: 500 }),
})

/** As a form sends it: the amount in dinars. */
export const creditNoteFormValidator = vine.create({
  amount: dinarInput().optional(),
  reason: text({ min: 3, max: 500 }),
  key: text({ max: 36 }),
  lines: vine
    .array(vine.object({ sku: skuInput(), quantity: digits({ max: 10_000 }).optional() }))
    .maxLength(MOST_LINES)
    .optional(),
})
