import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { money } from '#app/money/money'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'
import { notePayment, type Payment } from '#app/payments/payment'
import { gatewayBehind } from '#app/payments/payment_methods'
import { completeRefund } from '#app/payments/refunds/complete_refund'
import {
  isOpenRefund,
  type Refund,
  refundById,
  refundByKey,
  type RefundedLine,
  refundsOf,
} from '#app/payments/refunds/refund'
import { refundJob } from '#app/payments/refunds/refund_job'

type Asked = {
  amount: number
  reason: string
  actor: string
  lines?: RefundedLine[]
  /** Of money that people have paid back already: then it is done. */
  document?: string
  /** The same when a form is sent again: it asks once. */
  key?: string
}

/**
 * Asks for money of a payment to go back, as part of a `trx` that has locked it: at the gateway, after the
 * commit, where it can; otherwise it waits for people, unless they have done it already. Throws 409 for
 * more than is there.
 */
export async function requestRefund(
  payment: Payment,
  { amount, reason, actor, lines, document, key }: Asked,
  trx: TransactionClientContract
): Promise<Refund> {
  const known = key === undefined ? undefined : await refundByKey(payment.id, key, trx)
  if (known) return known
  const left = await leftOf(payment, trx)
  if (amount > left) throw tooMuch(left)
  const isAutomatic = document === undefined && canRefund(payment)
  const [{ id }] = await sql<{ id: number }>(
    `insert into refunds (payment_id, amount, state, reason, lines, document, actor, request_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      ...[payment.id, amount, isAutomatic ? 'requested' : 'by_hand', reason],
      ...[lines ? JSON.stringify(lines) : null, document ?? null, actor, key ?? null],
    ],
    trx
  )
  await notePayment(payment.id, 'refund_requested', { amount, reason }, actor, trx)
  if (isAutomatic) await enqueue(refundJob, { id }, { trx, key: String(payment.id) })
  if (document !== undefined) await completeRefund(payment, id, { actor, document }, trx)
  return (await refundById(id, trx))!
}

/** Whether the gateway of a payment can pay back without people. */
export const canRefund = ({ method, gatewayRef }: Payment): boolean =>
  gatewayRef !== null && gatewayBehind(method)?.refund !== undefined

/** What can still be paid back of a payment: millimes that came, and are neither back nor on their way back. */
export async function leftOf(payment: Payment, trx?: TransactionClientContract): Promise<number> {
  return leftBeside(payment, await refundsOf(payment.id, trx))
}

/** The same, by the refunds that it has. */
export function leftBeside({ captured, refunded }: Payment, refunds: Refund[]): number {
  const promised = refunds.filter(isOpenRefund).reduce((sum, { amount }) => sum + amount, 0)
  return captured - refunded - promised
}

const tooMuch = (left: number) =>
  new Problem({
    status: 409,
    code: 'refund_too_much',
    title: 'More than there is to pay back',
    detail: `At most ${left} millimes of this payment can still be paid back.`,
    extra: { refundable: money(left) },
  })
