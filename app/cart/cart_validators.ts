import vine from '@vinejs/vine'
import { integer, text } from '#app/platform/http/input'

const sku = () => text({ max: 100 })
const quantity = () => integer({ min: 1, max: 999 })

/** `vehicle` is the type of car it is for: the cart says when it does not fit. */
export const newItemValidator = vine.create({
  sku: sku(),
  quantity: quantity(),
  vehicle: integer({ min: 1, max: 2_147_483_647 }).optional(),
})

export const couponValidator = vine.create({ code: text({ max: 40 }) })

export const itemSkuValidator = vine.create({ sku: sku() })
export const itemQuantityValidator = vine.create({ quantity: quantity() })
