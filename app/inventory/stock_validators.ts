import vine from '@vinejs/vine'
import { digits, id, integer, key, paging, text } from '#app/platform/http/input'
import { ADJUSTMENTS } from '#app/inventory/adjust_stock'
import { STOCK_GROUPS } from '#app/inventory/stock_levels_query'

const PIECES = { min: 0, max: 1_000_000 }
const location = () => text({ max: 40 })
const reason = () => text({ min: 3, max: 200 })

export const stockListValidator = vine.create({
  q: text({ max: 200 }).optional(),
  group: vine.enum(STOCK_GROUPS).optional(),
  location: location().optional(),
  ...paging(),
})

export const stockIdValidator = vine.create({ id: id() })

const adjustment = { location: location(), kind: vine.enum(ADJUSTMENTS), reason: reason() }
const transfer = { from: location(), to: location(), reason: reason() }

/** Through the API. */
export const adjustmentValidator = vine.create({
  productId: key(),
  ...adjustment,
  quantity: integer(PIECES),
})
export const transferValidator = vine.create({
  productId: key(),
  ...transfer,
  quantity: integer({ ...PIECES, min: 1 }),
})

/** As forms send it. */
export const adjustmentFormValidator = vine.create({ ...adjustment, quantity: digits(PIECES) })
/** Under other names than the form beside it. */
export const transferFormValidator = vine.create({
  from: location(),
  to: location(),
  pieces: digits({ ...PIECES, min: 1 }),
  document: reason(),
})

/** From how many pieces on a product is low at a place. */
export const lowStockLimitValidator = vine.create({
  productId: key(),
  location: location(),
  lowStockAt: integer(PIECES),
})
export const lowStockLimitFormValidator = vine.create({
  place: location(),
  lowStockAt: digits(PIECES),
})
