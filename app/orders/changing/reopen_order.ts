import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { reserveStock, type Shortfall } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import { releasePromotions, resumePromotions } from '#app/pricing/redeem'
import { changeOrder } from '#app/orders/changing/change_order'
import type { KeptOrder } from '#app/orders/order_query'
import { holderOfOrder } from '#app/orders/placing/place_order'
import { SHOP } from '#app/orders/shop_actor'

/** Whether an order was cancelled for want of money alone, so that money may bring it back. */
export async function isCancelledUnpaid(
  { id, state, deliveryState }: KeptOrder,
  trx?: TransactionClientContract
): Promise<boolean> {
  // What has left and come back is over, whatever had cancelled it before it left.
  if (state !== 'cancelled' || deliveryState !== 'void') return false
  const [last] = await sql<{ actor: string }>(
    `select actor from order_events where order_id = $1 and type = 'order.cancelled' order by version desc limit 1`,
    [id],
    trx
  )
  return last.actor === SHOP
}

/** Whether an order is back; if not, the pieces that are gone: none when it is a promotion of it that is. */
type Reopening = { isBack: boolean; missing: Shortfall[] }

/**
 * Brings back an order that was cancelled unpaid, with its pieces and its promotions, as part of `trx`;
 * it stays cancelled when one of them is gone meanwhile.
 */
export async function reopenOrder(
  { number, lines }: KeptOrder,
  actor: string,
  trx: TransactionClientContract
): Promise<Reopening> {
  const holder = holderOfOrder(number)
  if (!(await resumePromotions(holder, trx))) return { isBack: false, missing: [] }
  const missing = await reserveStock(holder, lines, null, trx)
  if (missing.length) {
    await releasePromotions(holder, trx)
    return { isBack: false, missing }
  }
  await changeOrder(number, { type: 'order.reopened', data: {} }, actor, trx)
  return { isBack: true, missing }
}
