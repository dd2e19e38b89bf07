import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { SqlPart } from '#app/platform/database/sql_part'
import { sql } from '#app/platform/database/sql'
import env from '#start/env'
import { type Payment, PAYMENT_COLUMNS } from '#app/payments/payment'
import { gatewayBehind, kindOf, type PaymentMethod } from '#app/payments/payment_methods'
import { BEGINNING } from '#app/payments/payment_state'

type Due = { id: number; number: string; total: number }

/** How long a page of a gateway may stay open. */
export const pageMinutes = () => env.get('PAYMENT_MINUTES') ?? 30
const transferMinutes = () => (env.get('TRANSFER_DAYS') ?? 5) * 24 * 60

/** The attempt and its first event: one statement. */
const CREATE = `
  with o as (select $1::bigint as id, $2::text as number), made as (
    insert into payments (order_id, attempt, reference, method, amount, state, expires_at, is_aside)
    select $1, n, replace($2, '-', '') || 'A' || n, $3, $4, $5, now() + $6 * interval '1 minute', $8
    from (select coalesce(max(attempt), 0) + 1 as n from payments where order_id = $1) next
    returning *
  ), told as (
    insert into payment_events (payment_id, type, data, actor)
    select id, 'created', jsonb_build_object('method', method, 'amount', amount), $7 from made
  )
  select ${PAYMENT_COLUMNS} from made p join o on o.id = p.order_id`

/**
 * Begins one more attempt to pay an order, as part of `trx`. Nobody is asked for money yet: see
 * `openPage` for what follows the commit.
 * @param isAside whether it replaces nothing: see `payAside`
 */
export async function createPayment(
  order: Due,
  method: PaymentMethod,
  actor: string,
  trx: TransactionClientContract,
  { isAside = false } = {}
): Promise<Payment> {
  const values = [
    ...[order.id, order.number, method, askedAmount(order.total, method)],
    ...[BEGINNING[kindOf(method)], minutesOf(method), actor, isAside],
  ]
  const [payment] = await sql<Payment>(CREATE, values, trx)
  return payment
}

const FIRST = `
  attempt as (
    insert into payments (order_id, attempt, reference, method, amount, state, expires_at)
    select id, 1, replace(number, '-', '') || 'A1', ?, ?, ?, now() + ? * interval '1 minute' from placed
    returning *
  ), attempt_event as (
    insert into payment_events (payment_id, type, data, actor)
    select id, 'created', jsonb_build_object('method', method, 'amount', amount), ? from attempt
  )`

/** The first attempt to pay an order, as part of the statement that places it: its table `attempt` is the payment. */
export const firstAttempt = (
  { total }: Pick<Due, 'total'>,
  method: PaymentMethod,
  actor: string
): SqlPart => {
  const state = BEGINNING[kindOf(method)]
  return {
    sql: FIRST,
    values: [method, askedAmount(total, method), state, minutesOf(method), actor],
  }
}

/** In steps of the gateway, rounded down: nobody pays more than was shown. */
function askedAmount(total: number, method: PaymentMethod): number {
  const step = gatewayBehind(method)?.step ?? 1
  return total - (total % step)
}

function minutesOf(method: PaymentMethod): number | null {
  const minutes = { hosted: pageMinutes(), transfer: transferMinutes(), cash: null }
  return minutes[kindOf(method)]
}
