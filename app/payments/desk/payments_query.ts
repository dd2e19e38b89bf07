import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { type Payment, PAYMENT_COLUMNS } from '#app/payments/payment'

/** What waits for somebody: as a condition on `p`. */
const QUEUES = {
  reconcile: `(p.state = 'unknown' or p.alert is not null)`,
  transfers: `(p.state = 'created' and p.method = 'transfer')`,
  refunds: `p.id in (select payment_id from refunds where state = 'by_hand')`,
} as const

export type PaymentQueue = keyof typeof QUEUES
export const PAYMENT_QUEUES = Object.keys(QUEUES) as PaymentQueue[]

/** A payment with how its order gets to the buyer. */
type ListedPayment = Payment & { shippingOption: string }

type Asked = {
  state?: Payment['state']
  method?: string
  queue?: PaymentQueue
  /** At least so many days in the same state. */
  older?: number
  /** Number of the order, or our reference. */
  q?: string
}

const ORDER = 'payments:id:desc'

/** A page of payments, the newest first. */
export async function paymentsQuery(asked: Asked, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const values: unknown[] = [before, limit + 1]
  const given = (value: unknown) => `$${values.push(value)}`
  const { state, method, queue, older, q } = asked
  const conditions = [
    'p.id < $1',
    ...(state ? [`p.state = ${given(state)}`] : []),
    ...(method ? [`p.method = ${given(method)}`] : []),
    ...(queue ? [QUEUES[queue]] : []),
    ...(older ? [`p.state_since < now() - ${given(older)} * interval '1 day'`] : []),
    ...(q
      ? [`(o.number = ${given(q.toUpperCase())} or p.reference = ${given(q.toUpperCase())})`]
      : []),
  ]
  const rows = await sql<ListedPayment>(
    `select ${PAYMENT_COLUMNS}, o.shipping_option as "shippingOption" from payments p join orders o on o.id = p.order_id
     where ${conditions.join(' and ')} order by p.id desc limit $2`,
    values
  )
  return pageOf(rows, limit, ORDER)
}

/** How many payments wait in each queue. */
export async function waitingPayments(): Promise<Record<PaymentQueue, number>> {
  const [counts] = await sql<Record<PaymentQueue, number>>(
    `select ${PAYMENT_QUEUES.map(
      (queue) => `(select count(*)::int from payments p where ${QUEUES[queue]}) as ${queue}`
    ).join(', ')}`
  )
  return counts
}
