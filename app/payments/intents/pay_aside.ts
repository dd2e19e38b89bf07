import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { KeptOrder } from '#app/orders/order_query'
import { bringBack } from '#app/payments/intents/bring_back'
import { createPayment } from '#app/payments/intents/create_payment'
import { isSame, isUnderWay } from '#app/payments/intents/give_way'
import { orderTokenNeeded, paymentUnderWay } from '#app/payments/intents/intent_refusals'
import type { Payment } from '#app/payments/payment'
import type { PaymentMethod } from '#app/payments/payment_methods'
import { isOpen } from '#app/payments/payment_state'

/** Whether whoever knows the number alone would take something away: an attempt that is open, or pieces. */
export const wouldReplace = ({ state }: KeptOrder, payments: Payment[]) =>
  state === 'cancelled' || payments.some((payment) => isOpen(payment.state))

/**
 * Lets somebody pay an order whose number is all they know, as part of a `trx` that has locked it: beside what it is
 * paid by, which stays as it is until this money has come. A cancelled one comes back with the money, too. Throws 409
 * like `giveWay`, for cash, which is no money until the door, and for an order that money would not bring back.
 */
export async function payAside(
  order: KeptOrder,
  payments: Payment[],
  { method, actor }: { method: PaymentMethod; actor: string },
  trx: TransactionClientContract
): Promise<Payment> {
  const open = payments.filter(({ state }) => isOpen(state))
  if (open.some((payment) => isUnderWay(payment))) throw paymentUnderWay()
  const same = open.find((payment) => isSame(payment, method))
  if (same) return same
  await expectToComeBack(order, actor, trx)
  if (method === 'cod') throw orderTokenNeeded()
  return createPayment(order, method, actor, trx, { isAside: true })
}

/** Tries it, and leaves everything as it was: a refusal ends the whole of `trx` anyway. */
async function expectToComeBack(order: KeptOrder, actor: string, trx: TransactionClientContract) {
  await sql('savepoint as_it_was', [], trx)
  await bringBack(order, actor, trx)
  await sql('rollback to savepoint as_it_was', [], trx)
}
