import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Problem } from '#app/platform/http/problem'
import { sql } from '#app/platform/database/sql'
import { notePayment, paymentsOfOrder } from '#app/payments/payment'
import { isOnline } from '#app/payments/payment_methods'
import { isOpen } from '#app/payments/payment_state'

/**
 * Cash and transfers that have not come are asked for at another total of their order, as part of a `trx`
 * that has locked it. Throws 409 when a page of a gateway was made: it may still be paid, at the old total.
 * @param total millimes
 */
export async function askOtherAmount(
  orderId: number,
  total: number,
  actor: string,
  trx: TransactionClientContract
): Promise<void> {
  const payments = await paymentsOfOrder(orderId, trx)
  const isAtGateway = payments.some(
    ({ method, state, gatewayRef }) => isOnline(method) && (isOpen(state) || gatewayRef !== null)
  )
  if (isAtGateway) throw paymentAtGateway()
  const due = payments.filter(({ captured, amount, method }) => {
    return captured === 0 && amount !== total && !isOnline(method)
  })
  for (const { id } of due) {
    await sql('update payments set amount = $2 where id = $1', [id, total], trx)
    await notePayment(id, 'amount_changed', { amount: total }, actor, trx)
  }
}

const paymentAtGateway = () =>
  new Problem({
    status: 409,
    code: 'payment_at_gateway',
    title: 'This order may still be paid online',
    detail:
      'Its buyer was sent to a page that asks for the old total. Cancel the order and place another one.',
  })
