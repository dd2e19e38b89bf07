import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { listen } from '#app/platform/events/listener'
import { lockedOrder } from '#app/orders/order_query'
import { SHOP } from '#app/orders/shop_actor'
import { movePayment, type Payment, paymentsOfOrder } from '#app/payments/payment'
import { giveUp } from '#app/payments/settling/give_up'
import { leftOf, requestRefund } from '#app/payments/refunds/request_refund'

/** What happens to an order happens to its payments: confirmed cash is expected, and a cancelled order owes nothing. */
listen({
  name: 'payments.follow_orders',
  types: ['order.confirmed', 'order.cancelled'],
  handle: ({ aggregateId, type }, run) =>
    db.transaction(async (trx) => {
      await run.complete(trx)
      await followOrder(String(aggregateId), type, trx)
    }),
})

/** The same, as part of `trx`. An order that has changed its mind since is left alone. */
export async function followOrder(
  number: string,
  type: string,
  trx: TransactionClientContract
): Promise<void> {
  const order = await lockedOrder(number, trx)
  for (const payment of await paymentsOfOrder(order.id, trx)) {
    if (type === 'order.confirmed') await movePayment(payment, 'confirmed', { actor: SHOP }, trx)
    else if (order.state === 'cancelled') await letGo(payment, trx)
  }
}

async function letGo(payment: Payment, trx: TransactionClientContract) {
  await giveUp(payment, SHOP, trx)
  const left = await leftOf(payment, trx)
  if (left <= 0) return
  await requestRefund(payment, { amount: left, reason: 'order_cancelled', actor: SHOP }, trx)
}
