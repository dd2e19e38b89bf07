import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import type { ParcelState } from '#app/fulfilment/parcel_state'

/** Some of an order's line in a parcel, and what became of it when it came back. */
export type ParcelLine = {
  position: number
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  quantity: number
  restocked: number
  writtenOff: number
}

/** A parcel. `cash` is to be collected at the door, in millimes. */
export type Parcel = {
  id: number
  number: string
  orderId: number
  orderNumber: string
  carrier: string
  trackingNumber: string | null
  state: ParcelState
  cash: number
  pieces: number
  shippedAt: Date
  stateSince: Date
  /** The courier has paid for it. */
  remitted: boolean
  lines: ParcelLine[]
}

/** Of `parcels p`: a courier has paid for it, or somebody has accepted what was paid. */
export const IS_REMITTED = `exists (
  select from remittance_lines r where r.parcel_id = p.id and (r.verdict = 'matched' or r.accepted_by is not null))`

export const PARCEL_COLUMNS = `
  p.id, p.number, p.order_id as "orderId", o.number as "orderNumber", p.carrier, p.tracking_number as "trackingNumber",
  p.state, p.cash, p.pieces, p.shipped_at as "shippedAt", p.state_since as "stateSince",
  ${IS_REMITTED} as remitted,
  (select json_agg(json_build_object('position', l.position, 'productId', l.product_id, 'sku', l.sku, 'nameFr', l.name_fr,
      'nameAr', l.name_ar, 'quantity', l.quantity, 'restocked', l.restocked, 'writtenOff', l.written_off) order by l.position)
    from parcel_lines l where l.parcel_id = p.id) as lines`

const FROM = 'from parcels p join orders o on o.id = p.order_id'

/** The parcels of an order, the first one first. */
export const parcelsOfOrder = (orderId: number, trx?: TransactionClientContract) =>
  sql<Parcel>(
    `select ${PARCEL_COLUMNS} ${FROM} where p.order_id = $1 order by p.id`,
    [orderId],
    trx
  )

/** The parcel of a key. Throws 404. */
export async function parcelQuery(id: number, trx?: TransactionClientContract): Promise<Parcel> {
  const [parcel] = await sql<Parcel>(`select ${PARCEL_COLUMNS} ${FROM} where p.id = $1`, [id], trx)
  if (!parcel) throw notFound('parcel')
  return parcel
}

/** How many pieces of each line of an order are in parcels, by its place. */
export async function shippedPieces(
  orderId: number,
  trx?: TransactionClientContract
): Promise<Map<number, number>> {
  const rows = await sql<{ position: number; shipped: number }>(
    `select l.position, sum(l.quantity)::int as shipped
     from parcels p join parcel_lines l on l.parcel_id = p.id where p.order_id = $1 group by 1`,
    [orderId],
    trx
  )
  return new Map(rows.map(({ position, shipped }) => [position, shipped]))
}
