import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { reserveStock, type Shortfall } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import { changeOrder } from '#app/orders/change_order'
import type { OrderPage } from '#app/orders/order_query'
import { holderOfOrder } from '#app/orders/place_order'

/** Who acts when nobody does: the shop itself, when time is up. */
export const SHOP = 'shop'

/** Whether an order was cancelled for want of money alone, so that money may bring it back. */
export async function isCancelledUnpaid(
  { id, state }: OrderPage,
  trx?: TransactionClientContract
): Promise<boolean> {
  if (state !== 'cancelled') return false
  const [last] = await sql<{ actor: string }>(
    `select actor from order_events where order_id = $1 and type = 'order.cancelled' order by version desc limit 1`,
    [id],
    trx
  )
  return last.actor === SHOP
}

/**
 * Brings back an order that was cancelled unpaid, with its pieces, as part of `trx`. Returns what is
 * gone meanwhile; the order then stays cancelled. Nothing is missing from an empty answer.
 */
export async function reopenOrder(
  order: OrderPage,
  actor: string,
  trx: TransactionClientContract
): Promise<Shortfall[]> {
  const missing = await reserveStock(holderOfOrder(order.number), order.lines, null, trx)
  if (missing.length) return missing
  await changeOrder(order.number, { type: 'order.reopened', data: {} }, actor, trx)
  return []
}
