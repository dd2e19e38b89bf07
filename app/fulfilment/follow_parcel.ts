import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { changeOrder } from '#app/orders/changing/change_order'
import { lockedOrder } from '#app/orders/order_query'
import { moveCash } from '#app/payments/by_hand/move_cash'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { parcelMovedOn } from '#app/fulfilment/dispatch_refusals'
import { isOver, mayBecome, type ParcelState } from '#app/fulfilment/parcel_state'
import { type Parcel, parcelQuery, parcelsOfOrder } from '#app/fulfilment/parcels_query'

/** The parcel is at the buyer's, and what was to be collected is collected. Throws 404 and 409. */
export function deliverParcel(id: number, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await handOut(await lockedParcel(id, trx), acting.actor, trx)
  })
}

/** The same for a parcel whose order `trx` has locked. */
export async function handOut(parcel: Parcel, actor: string, trx: TransactionClientContract) {
  await moveParcel(parcel, 'delivered', trx)
  if (parcel.cash > 0) {
    await moveCash(parcel.orderId, 'collected', { actor, document: parcel.number }, trx)
  }
  await tellEnd(parcel, 'order.parcel_delivered', actor, trx)
}

/** The buyer did not take it, or was not there: it comes back. Throws 404 and 409. */
export function refuseParcel(id: number, reason: string, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const parcel = await lockedParcel(id, trx)
    await moveParcel(parcel, 'refused', trx)
    const data = { parcel: parcel.number, reason }
    await changeOrder(parcel.orderNumber, { type: 'order.refused', data }, acting.actor, trx)
  })
}

/** The parcel as nobody else changes it until `trx` ends: its order is locked first, as always. Throws 404. */
export async function lockedParcel(id: number, trx: TransactionClientContract): Promise<Parcel> {
  const { orderNumber } = await parcelQuery(id, trx)
  await lockedOrder(orderNumber, trx)
  return parcelQuery(id, trx)
}

/** Throws 409 where its state does not lead there. */
export async function moveParcel(
  parcel: Parcel,
  to: ParcelState,
  trx: TransactionClientContract
): Promise<void> {
  if (!mayBecome(parcel.state, to)) throw parcelMovedOn(parcel)
  await sql(
    'update parcels set state = $2, state_since = now() where id = $1',
    [parcel.id, to],
    trx
  )
}

/**
 * Tells the order what became of a parcel: with the last of them it is delivered, or, when none was taken, returned.
 */
export async function tellEnd(
  { orderId, orderNumber, number }: Parcel,
  meanwhile: 'order.parcel_delivered' | 'order.parcel_returned',
  actor: string,
  trx: TransactionClientContract
): Promise<void> {
  const parcels = await parcelsOfOrder(orderId, trx)
  const order = await lockedOrder(orderNumber, trx)
  const isEnd = order.deliveryState === 'shipped' && parcels.every(({ state }) => isOver(state))
  const isTaken = parcels.some(({ state }) => state === 'delivered')
  const end = isTaken ? 'order.delivered' : 'order.returned'
  const data = { parcel: number }
  await changeOrder(orderNumber, { type: isEnd ? end : meanwhile, data }, actor, trx)
}
