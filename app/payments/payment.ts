import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isUuid } from '#app/platform/text/is_uuid'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { kindOf, type PaymentMethod } from '#app/payments/payment_methods'
import { mayMove, type PaymentState } from '#app/payments/payment_state'

/** What gateways say that does not fit: somebody has to look. */
export type Alert = 'amount_mismatch' | 'currency_mismatch' | 'reference_mismatch'

/** What staff have made of such money. */
export const DECISIONS = ['accepted', 'closed'] as const
export type Decision = (typeof DECISIONS)[number]

/** One attempt to pay an order. Amounts in millimes. */
export type Payment = {
  id: number
  publicId: string
  orderId: number
  orderNumber: string
  attempt: number
  reference: string
  method: PaymentMethod
  amount: number
  captured: number
  refunded: number
  state: PaymentState
  stateSince: Date
  gatewayRef: string | null
  redirectUrl: string | null
  document: string | null
  failure: string | null
  alert: Alert | null
  decision: Decision | null
  checks: number
  expiresAt: Date | null
  isOverdue: boolean
  /** Beside what the order is paid by, for whoever knew its number alone. */
  isAside: boolean
  createdAt: Date
}

/** The columns of a `Payment` from `payments p join orders o`. */
export const PAYMENT_COLUMNS = `
  p.id, p.public_id as "publicId", p.order_id as "orderId", o.number as "orderNumber", p.attempt, p.reference, p.method,
  p.amount, p.captured, p.refunded, p.state, p.state_since as "stateSince", p.gateway_ref as "gatewayRef",
  p.redirect_url as "redirectUrl", p.document, p.failure, p.alert, p.decision, p.checks, p.expires_at as "expiresAt",
  coalesce(p.expires_at < now(), false) as "isOverdue", p.is_aside as "isAside", p.created_at as "createdAt"`

const PAYMENT = `select ${PAYMENT_COLUMNS} from payments p join orders o on o.id = p.order_id`

/** The payment of a public id; knowing it is the right to see it. Throws 404 for anything else. */
export async function paymentOf(publicId: string): Promise<Payment> {
  const [payment] = isUuid(publicId)
    ? await sql<Payment>(`${PAYMENT} where p.public_id = $1`, [publicId])
    : []
  if (!payment) throw notFound('payment')
  return payment
}

export async function paymentById(id: number, trx?: TransactionClientContract): Promise<Payment> {
  const [payment] = await sql<Payment>(`${PAYMENT} where p.id = $1`, [id], trx)
  return payment
}

/** The payment, which nobody else changes until `trx` ends, nor its order: that one is locked first, always. */
export async function lockedPayment(id: number, trx: TransactionClientContract): Promise<Payment> {
  await sql(
    `select id from orders where id = (select order_id from payments where id = $1) for no key update`,
    [id],
    trx
  )
  return paymentById(id, trx)
}

/** The payments of an order, the first attempt first. */
export const paymentsOfOrder = (orderId: number, trx?: TransactionClientContract) =>
  sql<Payment>(`${PAYMENT} where p.order_id = $1 order by p.attempt`, [orderId], trx)

/** By what a gateway calls it, or by what we told the gateway. */
export async function paymentAtGateway(
  method: PaymentMethod,
  { gatewayRef, reference }: { gatewayRef?: string; reference?: string }
): Promise<Payment | undefined> {
  const [payment] = await sql<Payment>(
    `${PAYMENT} where p.method = $1 and ${gatewayRef ? 'p.gateway_ref' : 'p.reference'} = $2`,
    [method, gatewayRef ?? reference]
  )
  return payment
}

type Changed = Partial<
  Pick<
    Payment,
    'gatewayRef' | 'redirectUrl' | 'document' | 'failure' | 'alert' | 'captured' | 'refunded'
  >
>

/**
 * Moves a payment that `trx` has locked, and notes it. Returns what it is now; undefined, and nothing
 * happens, where its state leads nowhere like that.
 */
export async function movePayment(
  payment: Payment,
  to: PaymentState,
  { actor, ...changed }: Changed & { actor: string },
  trx: TransactionClientContract
): Promise<Payment | undefined> {
  if (!mayMove(kindOf(payment.method), payment.state, to)) return undefined
  const next = { ...payment, ...changed, state: to }
  const [since] = await sql<Pick<Payment, 'stateSince'>>(
    `update payments set state = $2, state_since = now(), gateway_ref = $3, redirect_url = $4, document = $5,
       failure = $6, alert = $7, captured = $8, refunded = $9 where id = $1
     returning state_since as "stateSince"`,
    [
      ...[payment.id, to, next.gatewayRef, next.redirectUrl, next.document],
      ...[next.failure, next.alert, next.captured, next.refunded],
    ],
    trx
  )
  const { redirectUrl, ...told } = changed
  await notePayment(payment.id, `moved.${to}`, told, actor, trx)
  return { ...next, ...since }
}

/** Notes what has happened to a payment, for its history. */
export async function notePayment(
  id: number,
  type: string,
  data: object,
  actor: string,
  trx?: TransactionClientContract
): Promise<void> {
  await sql(
    'insert into payment_events (payment_id, type, data, actor) values ($1, $2, $3, $4)',
    [id, type, JSON.stringify(data), actor],
    trx
  )
}
