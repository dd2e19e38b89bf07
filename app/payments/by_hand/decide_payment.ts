import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import {
  type Decision,
  lockedPayment,
  notePayment,
  type Payment,
  paymentOf,
} from '#app/payments/payment'
import { capture } from '#app/payments/settling/capture'
import { loseAttempt } from '#app/payments/settling/lose_attempt'

type DecisionWish = { decision: Decision; reason: string }

/**
 * Staff decides about money that does not fit what was asked for. `accepted`: what came, in millimes, pays the order,
 * what is beyond it goes back, and the shop lets off what is short. `closed`: the attempt has failed, whoever decides
 * gives the money back at the gateway, and the order may be paid again. Nobody reads the gateway after that. Throws
 * 404, and 409 for a payment without such money, or whose money is no dinars and cannot be booked.
 */
export async function decidePayment(
  publicId: string,
  { decision, reason }: DecisionWish,
  { actor }: Acting
): Promise<void> {
  const { id } = await paymentOf(publicId)
  await db.transaction(async (trx) => {
    const payment = await lockedPayment(id, trx)
    if (!isUndecided(payment)) throw nothingToDecide(payment)
    const amount = await amountThatCame(payment, trx)
    if (decision === 'accepted' && !mayAccept(payment, amount)) throw notToBeBooked()
    await notePayment(id, decision, { amount, reason }, actor, trx)
    if (decision === 'accepted') await accept({ ...payment, amount: amount! }, actor, trx)
    else await close(payment, trx)
  })
}

/** Whether money has come that fits nothing, and nobody has said what becomes of it. */
export const isUndecided = ({ state, alert, captured }: Payment) =>
  state === 'unknown' && alert !== null && captured === 0

/** Only dinars can be booked. */
export const mayAccept = ({ alert }: Payment, amount = 1) =>
  alert !== 'currency_mismatch' && amount > 0

/** As the gateway has told it. */
async function amountThatCame({ id, alert }: Payment, trx: TransactionClientContract) {
  const [told] = await sql<{ amount: number | null }>(
    `select (data ->> 'amount')::bigint as amount from payment_events
     where payment_id = $1 and type = $2 order by id desc limit 1`,
    [id, alert],
    trx
  )
  return told?.amount ?? undefined
}

async function accept(payment: Payment, actor: string, trx: TransactionClientContract) {
  await sql(
    `update payments set amount = $2, decision = 'accepted', alert = null where id = $1`,
    [payment.id, payment.amount],
    trx
  )
  await capture(payment, { actor }, trx)
}

async function close(payment: Payment, trx: TransactionClientContract) {
  await sql(
    `update payments set decision = 'closed', alert = null where id = $1`,
    [payment.id],
    trx
  )
  await loseAttempt({ ...payment, alert: null }, 'not_accepted', trx)
}

const nothingToDecide = ({ state }: Payment) =>
  new Problem({
    status: 409,
    code: 'nothing_to_decide',
    title: 'There is nothing to decide',
    detail: `This payment is ${state}, and no money has come for it that does not fit. Read it again.`,
  })

const notToBeBooked = () =>
  new Problem({
    status: 409,
    code: 'not_in_dinars',
    title: 'This money cannot be booked',
    detail: 'It is no dinars. Give it back at the gateway, and close the payment.',
  })
