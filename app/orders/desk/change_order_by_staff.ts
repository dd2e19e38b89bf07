import db from '@adonisjs/lucid/services/db'
import type { Acting } from '#app/platform/database/act_as'
import { cancelOrder } from '#app/orders/changing/cancel_order'
import { changeOrder } from '#app/orders/changing/change_order'
import type { CallOutcome } from '#app/orders/order_event'
import type { KeptOrder } from '#app/orders/order_query'

/** The buyer was reached and means it. */
export const confirmOrder = (number: string, { actor }: Acting): Promise<KeptOrder> =>
  db.transaction((trx) => changeOrder(number, { type: 'order.confirmed', data: {} }, actor, trx))

export const cancelByStaff = (number: string, reason: string, { actor }: Acting) =>
  cancelOrder(number, reason, actor)

/** Somebody called the buyer; however it went, it moves nothing. */
export const noteCall = (
  number: string,
  { outcome, note }: { outcome: CallOutcome; note?: string | null },
  { actor }: Acting
): Promise<KeptOrder> => {
  const data = { outcome, ...(note && { text: note }) }
  return db.transaction((trx) => changeOrder(number, { type: 'order.called', data }, actor, trx))
}

/** Something to know about the order; it moves nothing. */
export const noteOnOrder = (number: string, text: string, { actor }: Acting): Promise<KeptOrder> =>
  db.transaction((trx) => changeOrder(number, { type: 'order.noted', data: { text } }, actor, trx))
