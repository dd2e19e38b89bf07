import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { releaseStock } from '#app/inventory/reservations'
import { releasePromotions } from '#app/pricing/redeem'
import { changeOrder } from '#app/orders/changing/change_order'
import type { KeptOrder } from '#app/orders/order_query'
import { holderOfOrder } from '#app/orders/placing/place_order'

/** Cancels an order, gives its pieces and its promotions back: one commit. Throws 409 once it is on its way. */
export const cancelOrder = (number: string, reason: string, actor: string): Promise<KeptOrder> =>
  db.transaction((trx) => cancelOrderIn(trx, number, reason, actor))

/** The same, as part of `trx`. */
export async function cancelOrderIn(
  trx: TransactionClientContract,
  number: string,
  reason: string,
  actor: string
): Promise<KeptOrder> {
  const order = await changeOrder(number, { type: 'order.cancelled', data: { reason } }, actor, trx)
  await releasePromotions(holderOfOrder(number), trx)
  await releaseStock(holderOfOrder(number), trx)
  return order
}
