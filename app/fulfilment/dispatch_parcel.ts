import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { shipStock } from '#app/inventory/ship_stock'
import { changeOrder } from '#app/orders/changing/change_order'
import { lockedOrder, type KeptOrder } from '#app/orders/order_query'
import { isPaid, mayLeave } from '#app/orders/order_state'
import { holderOfOrder } from '#app/orders/placing/place_order'
import { askOtherAmount } from '#app/payments/by_hand/ask_other_amount'
import { followOrder } from '#app/payments/settling/follow_orders'
import { moveCash } from '#app/payments/by_hand/move_cash'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { cashOfRest } from '#app/fulfilment/cash_of_rest'
import { notConfirmed, notOnHand, unpaid } from '#app/fulfilment/dispatch_refusals'
import { choosePieces, type ChosenLine, type WantedPieces } from '#app/fulfilment/choose_pieces'
import { parcelsOfOrder, shippedPieces } from '#app/fulfilment/parcels_query'

export type Dispatch = {
  orderNumber: string
  carrier: string
  trackingNumber: string | null
  /** Some of what is left; without them, all of it. */
  lines?: WantedPieces[]
}

/** Sends a parcel off. Returns its key. Throws 404 and, when the order is not ready for it, 409. */
export function dispatchParcel(dispatch: Dispatch, acting: Acting): Promise<number> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const order = await lockedOrder(dispatch.orderNumber, trx)
    return sendOff(order, dispatch, acting.actor, trx)
  })
}

/**
 * The same for an order that `trx` has locked: pieces leave the stock, the order tells of it, and cash is on its way
 * with the parcel that makes it whole.
 */
export async function sendOff(
  order: KeptOrder,
  { carrier, trackingNumber, lines: wanted }: Omit<Dispatch, 'orderNumber'>,
  actor: string,
  trx: TransactionClientContract
): Promise<number> {
  if (order.state !== 'confirmed') throw notConfirmed(order)
  if (!mayLeave(order)) throw unpaid(order)
  const { lines, isRest } = choosePieces(order, await shippedPieces(order.id, trx), wanted)
  const cash = isRest && !isPaid(order) ? cashOfRest(order, await parcelsOfOrder(order.id, trx)) : 0
  const parcel = await writeParcel(order, { carrier, trackingNumber, cash, lines, actor }, trx)
  await leave(order, lines, { document: parcel.number, actor }, trx)
  if (cash > 0) await cashLeaves(order, cash, actor, trx)
  const told = lines.map(({ sku, quantity }) => ({ sku, quantity }))
  const data = { parcel: parcel.number, carrier, trackingNumber, items: told }
  const type = isRest ? 'order.shipped' : 'order.partly_shipped'
  await changeOrder(order.number, { type, data }, actor, trx)
  return parcel.id
}

async function leave(
  order: KeptOrder,
  lines: ChosenLine[],
  document: { document: string; actor: string },
  trx: TransactionClientContract
) {
  const missing = await shipStock(holderOfOrder(order.number), lines, document, trx)
  if (missing.length === 0) return
  const skus = await sql<{ id: number; sku: string }>(
    'select id, sku from products where id = any ($1)',
    [missing.map(({ productId }) => productId)],
    trx
  )
  throw notOnHand(
    missing.map((one) => ({ ...one, sku: skus.find(({ id }) => id === one.productId)!.sku }))
  )
}

/** Whoever sends off what was confirmed a moment ago comes before the listener that tells the payment. */
async function cashLeaves(
  order: KeptOrder,
  cash: number,
  actor: string,
  trx: TransactionClientContract
) {
  await followOrder(order.number, 'order.confirmed', trx)
  if (cash < order.total) await askOtherAmount(order, cash, actor, trx)
  await moveCash(order.id, 'out', { actor }, trx)
}

type NewParcel = {
  carrier: string
  trackingNumber: string | null
  cash: number
  lines: ChosenLine[]
  actor: string
}

const WRITE = `
  with parcel as (
    insert into parcels (order_id, number, carrier, tracking_number, cash, pieces, actor)
    select $1, $2 || '/' || (select count(*) + 1 from parcels where order_id = $1), $3, $4, $5, $6, $7
    returning id, number
  ), lines as (
    insert into parcel_lines (parcel_id, position, product_id, sku, name_fr, name_ar, quantity)
    select parcel.id, position, "productId", sku, "nameFr", "nameAr", quantity
    from parcel, jsonb_to_recordset($8) as l (
      position smallint, "productId" int, sku text, "nameFr" text, "nameAr" text, quantity int)
  )
  select id, number from parcel`

async function writeParcel(
  order: KeptOrder,
  { carrier, trackingNumber, cash, lines, actor }: NewParcel,
  trx: TransactionClientContract
): Promise<{ id: number; number: string }> {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const values = [order.id, order.number, carrier, trackingNumber, cash, pieces, actor]
  const [parcel] = await sql<{ id: number; number: string }>(
    WRITE,
    [...values, JSON.stringify(lines)],
    trx
  )
  return parcel
}
