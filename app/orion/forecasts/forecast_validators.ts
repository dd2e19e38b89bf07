import vine from '@vinejs/vine'
import { skuInput } from '#app/catalogue/products/sku_input'
import { DEMAND_CLASSES } from '#app/orion/panel/demand_class'
import { id, paging, text } from '#app/platform/http/input'

export const forecastListValidator = vine.create({
  q: text({ max: 80 }).optional(),
  demandClass: vine.enum(DEMAND_CLASSES).optional(),
  ...paging(),
})
export const forecastSkuValidator = vine.create({ sku: skuInput() })
export const forecastProductValidator = vine.create({ id: id() })
