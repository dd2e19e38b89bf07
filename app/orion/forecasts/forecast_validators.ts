import vine from '@vinejs/vine'
import { DEMAND_CLASSES } from '#app/orion/panel/demand_class'
import { id, paging, text } from '#app/platform/http/input'

export const forecastListValidator = vine.create({
  q: text({ max: 80 }).optional(),
  demandClass: vine.enum(DEMAND_CLASSES).optional(),
  ...{ limit: paging.limit(), cursor: paging.cursor() },
})
export const forecastSkuValidator = vine.create({ sku: text({ max: 80 }) })
export const forecastProductValidator = vine.create({ id: id() })
