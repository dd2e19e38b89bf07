import vine from '@vinejs/vine'
import { skuInput } from '#app/catalogue/products/sku_input'
import { emptyIsNone, integer, key, paging, text } from '#app/platform/http/input'
import { PICKUP } from '#app/shipping/shipping_options_query'
import { addressInput } from '#app/tunisia/address'
import { QUOTE_PAYMENTS } from '#app/quotes/accept_quote'
import { QUOTE_STATES } from '#app/quotes/quote'

export const quoteNumberValidator = vine.create({ number: text({ max: 30 }) })
export const quoteTokenValidator = vine.create({ token: text({ max: 500 }) })

export const wishValidator = vine.create({
  items: vine
    .array(vine.object({ sku: skuInput(), quantity: integer({ min: 1, max: 999 }) }))
    .minLength(1)
    .maxLength(50),
  vehicle: key().optional(),
  contact: vine.object({
    fullName: text({ min: 3, max: 100 }).parse(emptyIsNone).optional().requiredIfMissing('name'),
    /** The same, as others call it. */
    name: text({ min: 3, max: 100 }).parse(emptyIsNone).optional(),
    phone: text({ max: 30 }),
    email: vine.string().trim().email().maxLength(254).parse(emptyIsNone).optional(),
  }),
})

const acceptance = () => ({
  ...addressInput(),
  optionId: text({ max: 30 }),
  paymentMethod: vine.enum(QUOTE_PAYMENTS),
})

/** The same in a form, where who collects the parts leaves the address out. */
const acceptanceInForm = () => ({
  ...acceptance(),
  delegation: text({ max: 60 }).optional().requiredWhen('optionId', '!=', PICKUP),
  address: text({ min: 3, max: 300 }).optional().requiredWhen('optionId', '!=', PICKUP),
})

export const acceptanceValidator = vine.create(acceptance())
export const acceptanceFormValidator = vine.create(acceptanceInForm())
/** The same from whoever has the link. */
export const buyersAcceptanceValidator = vine.create({
  ...acceptance(),
  token: text({ max: 500 }),
})

export const buyersAcceptanceFormValidator = vine.create({
  ...acceptanceInForm(),
  token: text({ max: 500 }),
})

export const quoteListValidator = vine.create({
  q: text({ max: 60 }).optional(),
  state: vine.enum(QUOTE_STATES).optional(),
  ...paging(),
})

/** Hours from now. */
export const extensionValidator = vine.create({ hours: integer({ min: 1, max: 168 }) })
export const extensionFormValidator = vine.create({ hours: vine.enum(['2', '24', '72'] as const) })
export const refusalValidator = vine.create({ reason: text({ min: 3, max: 500 }) })
