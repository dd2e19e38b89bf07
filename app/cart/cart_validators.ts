import vine from '@vinejs/vine'
import { skuInput } from '#app/catalogue/products/sku_input'
import { integer, key, text } from '#app/platform/http/input'

const quantity = () => integer({ min: 1, max: 999 })

/** `vehicle` is the type of car it is for: the cart says when it does not fit. */
export const newItemValidator = vine.create({
  sku: skuInput(),
  quantity: quantity(),
  vehicle: key().optional(),
})

export const couponValidator = vine.create({ code: text({ max: 40 }) })

export const itemSkuValidator = vine.create({ sku: skuInput() })
export const itemQuantityValidator = vine.create({ quantity: quantity() })
