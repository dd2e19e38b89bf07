import vine from '@vinejs/vine'
import { skuInput } from '#app/catalogue/products/sku_input'
import { digits, id, integer, paging, text, valuesByName } from '#app/platform/http/input'
import { ORDER_QUEUES, PARCEL_QUEUES } from '#app/fulfilment/queues_query'

const PIECES = { min: 1, max: 100_000 }
const COUNTED = { min: 0, max: 100_000 }
const MOST_LINES = 200
const number = () => text({ max: 30 })
const carrier = () => text({ max: 60 })
const trackingNumber = () => text({ max: 60 })
const reason = () => text({ min: 3, max: 500 })
const location = () => text({ max: 40 })

export const shipmentIdValidator = vine.create({ id: id() })
export const shipmentListValidator = vine.create({
  queue: vine.enum(PARCEL_QUEUES).optional(),
  q: trackingNumber().optional(),
  ...paging(),
})
export const queueValidator = vine.create({
  queue: vine.enum([...ORDER_QUEUES, ...PARCEL_QUEUES]).optional(),
  q: trackingNumber().optional(),
  cursor: paging().cursor,
})

export const shipmentValidator = vine.create({
  orderNumber: number(),
  carrier: carrier(),
  trackingNumber: trackingNumber(),
  lines: vine
    .array(vine.object({ sku: skuInput(), quantity: integer(PIECES) }))
    .minLength(1)
    .maxLength(MOST_LINES)
    .optional(),
})
export const refusalValidator = vine.create({ reason: reason() })
export const inspectionValidator = vine.create({
  location: location().optional(),
  lines: vine
    .array(vine.object({ sku: skuInput(), restocked: integer(COUNTED) }))
    .maxLength(MOST_LINES)
    .optional(),
})

/** Forms: `quantity[p2]` is of the order's second line. */
export const shipmentFormValidator = vine.create({
  carrier: carrier(),
  trackingNumber: trackingNumber(),
  quantity: valuesByName(digits(COUNTED)).optional(),
})
export const inspectionFormValidator = vine.create({
  location: location(),
  restocked: valuesByName(digits(COUNTED)).optional(),
})
