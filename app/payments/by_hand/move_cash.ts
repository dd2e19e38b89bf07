import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { notFound, Problem } from '#app/platform/http/problem'
import { capture } from '#app/payments/settling/capture'
import { movePayment, type Payment, paymentsOfOrder } from '#app/payments/payment'
import type { PaymentState } from '#app/payments/payment_state'

/** Where cash goes after the order was placed: to the buyer's door, and back to us. */
type CashMove = 'confirmed' | 'out' | 'collected' | 'remitted' | 'refused'

/**
 * Moves the cash of an order that is paid on delivery, as part of a `trx` that has locked the order.
 * `collected`: the courier has it, and the order is paid; `remitted`: we have it, with the number of the
 * courier's paper. Throws 404 for an order that is paid otherwise, 409 for a move that it cannot make.
 */
export async function moveCash(
  orderId: number,
  to: CashMove,
  { actor, document }: { actor: string; document?: string },
  trx: TransactionClientContract
): Promise<void> {
  const payment = await cashOf(orderId, trx)
  if (!payment) throw notFound('cash payment')
  const moved =
    to === 'collected'
      ? await capture(payment, { actor, to, document }, trx)
      : await movePayment(payment, to, { actor, ...(document && { document }) }, trx)
  if (!moved) throw cannotMove(payment.state, to)
}

/** The cash that an order waits for or has, the newest attempt. */
export async function cashOf(
  orderId: number,
  trx: TransactionClientContract
): Promise<Payment | undefined> {
  const payments = await paymentsOfOrder(orderId, trx)
  return payments.findLast(({ method, state }) => method === 'cod' && state !== 'void')
}

/** 409 for a payment that has moved on. */
export const cannotMove = (from: PaymentState, to: PaymentState) =>
  new Problem({
    status: 409,
    code: 'payment_moved_on',
    title: 'That is not possible any more',
    detail: `This payment is ${from} and cannot become ${to}. Read it again.`,
  })
