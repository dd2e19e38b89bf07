import vine from '@vinejs/vine'
import { paging, text } from '#app/platform/http/input'
import { CALL_OUTCOMES } from '#app/orders/order_event'
import { ORDER_STATES } from '#app/orders/order_state'

export const orderListValidator = vine.create({
  q: text({ max: 60 }).optional(),
  state: vine.enum(ORDER_STATES).optional(),
  ...paging(),
})

export const cancellationValidator = vine.create({ reason: text({ min: 3, max: 500 }) })
export const noteValidator = vine.create({ text: text({ max: 2_000 }) })
/** How a call to the buyer went. */
export const callValidator = vine.create({
  outcome: vine.enum(CALL_OUTCOMES),
  note: text({ max: 500 }).nullable().optional(),
})
