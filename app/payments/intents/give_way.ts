import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { SHOP } from '#app/orders/shop_actor'
import { paymentUnderWay } from '#app/payments/intents/intent_refusals'
import type { Payment } from '#app/payments/payment'
import { isOnline, type PaymentMethod } from '#app/payments/payment_methods'
import { isOpen } from '#app/payments/payment_state'
import { giveUp } from '#app/payments/settling/give_up'

/** A page is made in a few seconds: after so many, whoever asked for it has died. */
const DEAD_AFTER_MS = 60_000

/**
 * Ends what is open of an order's attempts so that another one may begin, as part of a `trx` that has
 * locked the order. Returns the one that serves as well: of the same method, with a page that is open.
 * Throws 409 while money may be on its way: two attempts must not be paid.
 * @param isDead whether it is known that nobody makes the page of a new attempt any more
 */
export async function giveWay(
  payments: Payment[],
  method: PaymentMethod,
  trx: TransactionClientContract,
  { isDead = false } = {}
): Promise<Payment | undefined> {
  for (const payment of payments.filter(({ state }) => isOpen(state))) {
    if (isUnderWay(payment, isDead)) throw paymentUnderWay()
    if (serves(payment, method)) return payment
    if (!(await giveUp(payment, SHOP, trx))) throw paymentUnderWay()
  }
  return undefined
}

/** What was begun beside it is no choice of the buyer's. */
const serves = (payment: Payment, method: PaymentMethod) =>
  !payment.isAside && isSame(payment, method)

/** Whether an attempt is what is asked for: of this method, with a page if it needs one. */
export const isSame = (payment: Payment, method: PaymentMethod) =>
  payment.method === method && !(isOnline(method) && payment.state === 'created')

/** Whether its money may be on its way. */
export const isUnderWay = ({ state, method, stateSince }: Payment, isDead = false) =>
  ['unknown', 'authorised', 'out'].includes(state) ||
  (state === 'created' &&
    isOnline(method) &&
    !isDead &&
    Date.now() - stateSince.getTime() < DEAD_AFTER_MS)
