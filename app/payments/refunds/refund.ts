import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Where money on its way back stands; see the table. */
export const REFUND_STATES = ['requested', 'unknown', 'by_hand', 'done', 'failed'] as const
type RefundState = (typeof REFUND_STATES)[number]

/** Pieces of an order that a refund is for. */
export type RefundedLine = { sku: string; quantity: number }

/** Money on its way back to whoever paid. `amount` in millimes. */
export type Refund = {
  id: number
  publicId: string
  paymentId: number
  amount: number
  state: RefundState
  reason: string
  lines: RefundedLine[] | null
  document: string | null
  failure: string | null
  actor: string
  createdAt: Date
  doneAt: Date | null
}

/** Its money is not there yet, and still may be. */
export const OPEN_REFUNDS = ['requested', 'unknown', 'by_hand'] as const

export const isOpenRefund = ({ state }: Refund) =>
  (OPEN_REFUNDS as readonly RefundState[]).includes(state)

const REFUND = `
  select id, public_id as "publicId", payment_id as "paymentId", amount, state, reason, lines, document, failure, actor,
    created_at as "createdAt", done_at as "doneAt" from refunds`

/** The refunds of a payment, in the order they were asked for. */
export const refundsOf = (paymentId: number, trx?: TransactionClientContract) =>
  sql<Refund>(`${REFUND} where payment_id = $1 order by id`, [paymentId], trx)

export async function refundById(
  id: number,
  trx?: TransactionClientContract
): Promise<Refund | undefined> {
  const [refund] = await sql<Refund>(`${REFUND} where id = $1`, [id], trx)
  return refund
}

export async function refundByKey(
  paymentId: number,
  key: string,
  trx: TransactionClientContract
): Promise<Refund | undefined> {
  const [refund] = await sql<Refund>(
    `${REFUND} where payment_id = $1 and request_key = $2`,
    [paymentId, key],
    trx
  )
  return refund
}

/** The refund of a public id, if it belongs to that payment. */
export async function refundOf(
  paymentId: number,
  publicId: string,
  trx?: TransactionClientContract
): Promise<Refund | undefined> {
  const refunds = await refundsOf(paymentId, trx)
  return refunds.find((refund) => refund.publicId === publicId)
}
