import { sql } from '#app/platform/database/sql'
import { type AmountRow, readAmounts } from '#app/platform/tabular/read_amounts'
import type { OnlineMethod } from '#app/payments/gateways/gateway'

/** What gateways call these columns. */
const COLUMNS = {
  key: ['reference', 'ref', 'order', 'orderid', 'orderref', 'commande', 'paymentref'],
  amounts: { amount: ['amount', 'montant', 'total', 'مبلغ'] },
}

/** Where a gateway's list and our books differ: money that is ours alone, theirs alone, or not as much. */
type Difference = {
  kind: 'missing' | 'extra' | 'amount'
  reference: string
  orderNumber: string | null
  /** In millimes. */
  ours: number | null
  theirs: number | null
}

export type Reconciliation = {
  method: OnlineMethod
  /** `2026-11-25`, in Tunis. */
  day: string
  /** How many payments both agree on. */
  agreed: number
  differences: Difference[]
}

/** A payment that money came for. */
type Captured = {
  reference: string
  gatewayRef: string | null
  orderNumber: string
  captured: number
  isOfDay: boolean
}

/**
 * Compares what a gateway says it took on a day with what we say. A payment that both have is agreed on, whatever
 * the day: theirs may end at another hour. Throws 422 for a file that is no such list.
 */
export async function reconcileStatement(
  path: string,
  { method, day }: Pick<Reconciliation, 'method' | 'day'>
): Promise<Reconciliation> {
  const { rows } = await readAmounts(path, COLUMNS)
  const ours = await capturedOf(method, day, rows)
  const byName = new Map(
    ours.flatMap((payment) =>
      [payment.reference, payment.gatewayRef ?? ''].map((name) => [name.toUpperCase(), payment])
    )
  )
  const seen = new Set<Captured>()
  const told = rows.flatMap((row) => difference(row, byName.get(row.key.toUpperCase()), seen))
  const missing = ours.filter((payment) => payment.isOfDay && !seen.has(payment)).map(isMissing)
  return { method, day, agreed: rows.length - told.length, differences: [...missing, ...told] }
}

function difference(
  { key, amounts: { amount } }: AmountRow<'amount'>,
  payment: Captured | undefined,
  seen: Set<Captured>
): Difference[] {
  if (!payment || seen.has(payment))
    return [{ kind: 'extra', reference: key, orderNumber: null, ours: null, theirs: amount }]
  seen.add(payment)
  if (payment.captured === amount) return []
  const { reference, orderNumber, captured } = payment
  return [{ kind: 'amount', reference, orderNumber, ours: captured, theirs: amount }]
}

const isMissing = ({ reference, orderNumber, captured }: Captured): Difference => ({
  ...{ kind: 'missing', reference, orderNumber, ours: captured, theirs: null },
})

/** What came on that day, and whatever else the list names. */
const capturedOf = (method: OnlineMethod, day: string, rows: AmountRow<'amount'>[]) =>
  sql<Captured>(
    `select p.reference, p.gateway_ref as "gatewayRef", o.number as "orderNumber", p.captured,
       coalesce(paid.day = $2::date, false) as "isOfDay"
     from payments p join orders o on o.id = p.order_id
     left join lateral (
       select min((e.at at time zone 'Africa/Tunis')::date) as day
       from payment_events e where e.payment_id = p.id and e.type = 'moved.paid'
     ) paid on true
     where p.method = $1 and p.captured > 0
       and (paid.day = $2::date or upper(p.reference) = any ($3) or upper(p.gateway_ref) = any ($3))
     order by p.id`,
    [method, day, rows.map(({ key }) => key.toUpperCase())]
  )
