import db from '@adonisjs/lucid/services/db'
import type { Acting } from '#app/platform/database/act_as'
import { notFound } from '#app/platform/http/problem'
import { capture } from '#app/payments/settling/capture'
import { cannotMove } from '#app/payments/by_hand/move_cash'
import { lockedPayment, paymentOf } from '#app/payments/payment'

/** The bank has the money, under this number. Throws 404 for what is no transfer, 409 when it is known already. */
export async function receiveTransfer(
  publicId: string,
  document: string,
  { actor }: Acting
): Promise<void> {
  const { id, method } = await paymentOf(publicId)
  if (method !== 'transfer') throw notFound('transfer')
  await db.transaction(async (trx) => {
    const payment = await lockedPayment(id, trx)
    const isNew = await capture(payment, { actor, document }, trx)
    if (!isNew) throw cannotMove(payment.state, 'paid')
  })
}
