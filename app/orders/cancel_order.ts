import db from '@adonisjs/lucid/services/db'
import { releaseStock } from '#app/inventory/reservations'
import { releasePromotions } from '#app/pricing/redeem'
import { changeOrder } from '#app/orders/change_order'
import type { OrderPage } from '#app/orders/order_query'
import { holderOfOrder } from '#app/orders/place_order'

/** Cancels an order, gives its pieces back and its promotions: one commit. Throws 409 once it is on its way. */
export function cancelOrder(number: string, reason: string, actor: string): Promise<OrderPage> {
  return db.transaction(async (trx) => {
    const order = await changeOrder(
      number,
      { type: 'order.cancelled', data: { reason } },
      actor,
      trx
    )
    await releasePromotions(holderOfOrder(number), trx)
    await releaseStock(holderOfOrder(number), trx)
    return order
  })
}
