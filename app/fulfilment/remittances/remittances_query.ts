import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { IS_REMITTED } from '#app/fulfilment/parcels_query'
import type { Verdict } from '#app/fulfilment/remittances/remittance_verdict'

/** What a courier has paid at once. Amounts in millimes. */
export type RemittanceRow = {
  id: number
  carrier: string
  document: string
  fileName: string
  at: Date
  parcels: number
  differences: number
  amount: number
  fees: number
}

const ORDER = 'remittances:id:desc'

const ROW = `
  select r.id, r.carrier, r.document, r.file_name as "fileName", r.at, count(l.id)::int as parcels,
    count(l.id) filter (where l.verdict <> 'matched' and l.accepted_by is null)::int as differences,
    coalesce(sum(l.amount), 0)::bigint as amount, coalesce(sum(l.fee), 0)::bigint as fees
  from remittances r left join remittance_lines l on l.remittance_id = r.id`

export async function remittancesQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<RemittanceRow>(
    `${ROW} where r.id in (select id from remittances where id < $1 order by id desc limit $2)
     group by r.id order by r.id desc`,
    [before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}

/** A line of a courier's file, and the parcel it is about. */
type RemittanceLine = {
  id: number
  nth: number
  trackingNumber: string
  amount: number
  fee: number
  verdict: Verdict
  accepted: boolean
  cash: number | null
  orderNumber: string | null
}

/** With its lines, differences first. Throws 404. */
export async function remittanceQuery(id: number) {
  const [remittance] = await sql<RemittanceRow>(`${ROW} where r.id = $1 group by r.id`, [id])
  if (!remittance) throw notFound('remittance')
  const lines = await sql<RemittanceLine>(
    `select l.id, l.nth, l.tracking_number as "trackingNumber", l.amount, l.fee, l.verdict,
       l.accepted_by is not null as accepted, p.cash, o.number as "orderNumber"
     from remittance_lines l left join parcels p on p.id = l.parcel_id left join orders o on o.id = p.order_id
     where l.remittance_id = $1 order by l.verdict = 'matched', l.nth`,
    [id]
  )
  return { ...remittance, lines, missing: await missingFrom(remittance) }
}

type MissingParcel = {
  trackingNumber: string
  orderNumber: string
  cash: number
  since: Date
}

const MOST_MISSING = 100
/** A courier pays what it has collected within so many days. */
const PATIENCE_DAYS = 10

/** What this courier has collected long enough before the file, and has paid neither in it nor anywhere else. */
const missingFrom = ({ carrier, at }: RemittanceRow) =>
  sql<MissingParcel>(
    `select p.tracking_number as "trackingNumber", o.number as "orderNumber", p.cash, p.state_since as since
     from parcels p join orders o on o.id = p.order_id
     where p.state = 'delivered' and p.cash > 0 and fold_words(p.carrier) = fold_words($1)
       and p.tracking_number is not null and p.state_since < $2::timestamptz - ${PATIENCE_DAYS} * interval '1 day'
       and not ${IS_REMITTED}
     order by p.id limit ${MOST_MISSING}`,
    [carrier, at]
  )
