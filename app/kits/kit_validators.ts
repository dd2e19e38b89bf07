import vine from '@vinejs/vine'
import { skuInput } from '#app/catalogue/products/sku_input'
import { digits, id, integer, valuesByName, version } from '#app/platform/http/input'

const MOST_COMPONENTS = 30
const PIECES = { min: 1, max: 999 }

/** All components then, with their pieces in one kit; without any it is no kit any more. */
export const kitValidator = vine.create({
  components: vine
    .array(vine.object({ sku: skuInput(), quantity: integer(PIECES) }))
    .maxLength(MOST_COMPONENTS)
    .distinct('sku'),
})

/** The same as people type it: `quantity[c12]` is of the component 12, 0 takes it out. */
export const kitFormValidator = vine.create({
  version: version(),
  quantity: valuesByName(digits({ max: PIECES.max })).optional(),
  newSku: skuInput().optional(),
  newQuantity: digits(PIECES).optional(),
})

export const kitIdValidator = vine.create({ id: id() })
