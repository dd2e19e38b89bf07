import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isCancelledUnpaid, reopenOrder } from '#app/orders/changing/reopen_order'
import type { KeptOrder } from '#app/orders/order_query'
import { orderCancelled, piecesGone } from '#app/payments/intents/intent_refusals'

/**
 * Brings back an order that was cancelled for want of money, with its pieces, as part of `trx`; leaves any that is not
 * cancelled alone. Throws 409 when it was cancelled otherwise, or when something of it is gone.
 */
export async function bringBack(order: KeptOrder, actor: string, trx: TransactionClientContract) {
  if (order.state !== 'cancelled') return
  if (!(await isCancelledUnpaid(order, trx))) throw orderCancelled(order.number)
  const { isBack, missing } = await reopenOrder(order, actor, trx)
  if (missing.length) throw piecesGone(missing, order.lines)
  if (!isBack) throw orderCancelled(order.number)
}
