import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Problem } from '#app/platform/http/problem'
import { sql } from '#app/platform/database/sql'
import { isUnderWay } from '#app/payments/intents/give_way'
import { notePayment, type Payment, paymentsOfOrder } from '#app/payments/payment'
import { isOnline } from '#app/payments/payment_methods'
import { isOpen } from '#app/payments/payment_state'
import { giveUp } from '#app/payments/settling/give_up'
import { leftOf, requestRefund } from '#app/payments/refunds/request_refund'

/**
 * An order costs another total, as part of a `trx` that has locked it. Cash and transfers that have not come are
 * asked for at that total, and what was paid beyond it goes back. A page of a gateway cannot be changed: it may still
 * be paid at what it asks, and `capture` pays back what is too much then. So an order that is paid, or may be paid
 * on a page, only gets cheaper: throws 409 otherwise. The page of somebody who knew its number alone stands in nobody's
 * way: it is given up, and money that comes by it all the same is not what the order costs, so people look at it.
 * Amounts in millimes.
 */
export async function askOtherAmount(
  { id: orderId, total: before }: { id: number; total: number },
  total: number,
  actor: string,
  trx: TransactionClientContract
): Promise<void> {
  const payments = await paymentsOfOrder(orderId, trx)
  if (total > before && payments.some(isFixed)) throw dearerThanPaid()
  const due = payments.filter((payment) => {
    const isGivenUp = total > before && isOfStranger(payment)
    return payment.captured === 0 && (isGivenUp || !isOnline(payment.method))
  })
  for (const payment of due) await askFor(total, payment, actor, trx)
  await payBackBeyond(total, payments, actor, trx)
}

/** Whether the amount of a payment is what it is: it is there, or on its way, or a page of the buyer asks for it. */
export const isFixed = (payment: Payment) =>
  payment.captured > 0 ||
  (isOnline(payment.method) &&
    (isOfStranger(payment)
      ? isUnderWay(payment)
      : isOpen(payment.state) || payment.gatewayRef !== null))

/** A page that somebody has opened who knew the number of the order alone, and that nobody has paid. */
export const isOfStranger = ({ isAside, method, captured }: Payment) =>
  isAside && isOnline(method) && captured === 0

async function askFor(
  total: number,
  payment: Payment,
  actor: string,
  trx: TransactionClientContract
) {
  if (payment.amount !== total) {
    await sql('update payments set amount = $2 where id = $1', [payment.id, total], trx)
    await notePayment(payment.id, 'amount_changed', { amount: total }, actor, trx)
  }
  if (isOfStranger(payment)) await giveUp(payment, actor, trx)
}

/** Money comes back from the newest payment first. */
async function payBackBeyond(
  total: number,
  payments: Payment[],
  actor: string,
  trx: TransactionClientContract
) {
  const kept = new Map<Payment, number>()
  for (const payment of payments) {
    kept.set(payment, await leftOf(payment, trx))
  }
  let surplus = [...kept.values()].reduce((sum, left) => sum + left, 0) - total
  for (const payment of payments.toReversed()) {
    const amount = Math.min(surplus, kept.get(payment)!)
    if (amount <= 0) continue
    await requestRefund(payment, { amount, reason: 'order_edited', actor }, trx)
    surplus -= amount
  }
}

const dearerThanPaid = () =>
  new Problem({
    status: 409,
    code: 'dearer_than_paid',
    title: 'This order is paid, or may be paid online, at its old total',
    detail:
      'It can be changed as long as it does not cost more. Place a second order for what is to be added.',
  })
