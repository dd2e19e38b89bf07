import vine from '@vinejs/vine'
import { skuInput } from '#app/catalogue/products/sku_input'
import { digits, integer, text, valuesByName, version } from '#app/platform/http/input'
import { addressInput } from '#app/tunisia/address'

const MOST_LINES = 100
const MOST_PIECES = 999
const reason = () => text({ min: 3, max: 500 })

/** Each part that is left out stays as it is; `lines` are all lines of the order then, in their order. */
export const orderEditValidator = vine.create({
  reason: reason(),
  lines: vine
    .array(
      vine.object({
        sku: skuInput(),
        quantity: integer({ min: 1, max: MOST_PIECES }),
      })
    )
    .minLength(1)
    .maxLength(MOST_LINES)
    .distinct('sku')
    .optional(),
  address: vine.object(addressInput()).optional(),
  optionId: text({ max: 30 }).optional(),
})

/** The same as people type it: `quantity[p2]` is of the second line, 0 takes it out; to calculate needs no reason. */
export const orderEditFormValidator = vine.create({
  version: version(),
  calculate: text({ max: 1 }).optional(),
  reason: reason().optional().requiredIfMissing('calculate'),
  quantity: valuesByName(digits({ max: MOST_PIECES })),
  newSku: skuInput().optional(),
  newQuantity: digits({ min: 1, max: MOST_PIECES }).optional(),
  ...addressInput(),
  optionId: text({ max: 30 }),
})
