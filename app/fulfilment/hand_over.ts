import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { changeOrder } from '#app/orders/changing/change_order'
import { lockedOrder } from '#app/orders/order_query'
import { COUNTER } from '#app/payments/by_hand/counter'
import { moveCash } from '#app/payments/by_hand/move_cash'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sendOff } from '#app/fulfilment/dispatch_parcel'
import { handOut } from '#app/fulfilment/follow_parcel'
import { parcelQuery } from '#app/fulfilment/parcels_query'

/**
 * The buyer stands at the counter: takes what is left of the order, and pays what is due. Being there confirms
 * it. Cash of the counter is ours at once: no courier has to pay it. Returns the parcel's key. Throws 404 and 409.
 */
export function handOver(number: string, acting: Acting): Promise<number> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    return handOverIn(number, acting.actor, trx)
  })
}

/** The same, as part of `trx`. */
export async function handOverIn(number: string, actor: string, trx: TransactionClientContract) {
  let order = await lockedOrder(number, trx)
  if (order.state === 'placed') {
    order = await changeOrder(number, { type: 'order.confirmed', data: {} }, actor, trx)
  }
  const id = await sendOff(order, { carrier: COUNTER, trackingNumber: null }, actor, trx)
  const parcel = await parcelQuery(id, trx)
  await handOut(parcel, actor, trx)
  if (parcel.cash > 0) await moveCash(order.id, 'remitted', { actor, document: COUNTER }, trx)
  return id
}
