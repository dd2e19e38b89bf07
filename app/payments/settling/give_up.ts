import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { movePayment, type Payment } from '#app/payments/payment'
import { planCheck } from '#app/payments/settling/plan_check'

/**
 * Nobody waits for a payment any more, as part of a `trx` that has locked it; its page may still be paid, so it is
 * looked at. False, and nothing happens, where money may be on its way or there.
 */
export async function giveUp(
  payment: Payment,
  actor: string,
  trx: TransactionClientContract
): Promise<boolean> {
  if (!(await movePayment(payment, 'void', { actor }, trx))) return false
  await planCheck(payment.id, trx)
  return true
}
