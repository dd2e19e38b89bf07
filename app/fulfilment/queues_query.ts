import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { IS_REMITTED, type Parcel, PARCEL_COLUMNS } from '#app/fulfilment/parcels_query'

/** Orders that wait to be packed, fetched or, though they were taken, paid; and parcels by what is to be done about them. */
export const ORDER_QUEUES = ['to_call', 'to_pick', 'to_fetch', 'owed'] as const
export const PARCEL_QUEUES = ['out', 'to_inspect', 'to_remit'] as const
export type OrderQueue = (typeof ORDER_QUEUES)[number]
export type ParcelQueue = (typeof PARCEL_QUEUES)[number]

/** An order that waits. `total` in millimes; `awaited` pieces are not there yet. */
type WaitingOrder = {
  id: number
  number: string
  pieces: number
  total: number
  governorate: string
  locale: string
  paymentMethod: string
  stateSince: Date
  fullName: string | null
  phone: string | null
  awaited: number
  points: number | null
  reasons: string[] | null
}

const READY = `o.state = 'confirmed' and o.delivery_state in ('pending', 'partially_shipped')
  and (o.payment_method = 'cod' or o.payment_state in ('paid', 'partially_refunded'))`

const ORDERS: Record<OrderQueue, string> = {
  to_call: `o.state = 'placed' and o.payment_method = 'cod'`,
  to_pick: `${READY} and s.kind is distinct from 'pickup'`,
  to_fetch: `${READY} and s.kind = 'pickup'`,
  // Some of it was taken, and the parcel that its cash was to come with was not.
  owed: `o.state = 'completed' and o.payment_state = 'due'`,
}

const WAITING = `o.id, o.number, o.pieces, o.total, o.governorate, o.locale, o.payment_method as "paymentMethod",
  o.state_since as "stateSince", c.full_name as "fullName", c.phone,
  (select coalesce(sum(r.backordered), 0)::int from reservations r
   where r.holder = 'order:' || o.number and r.state = 'held') as awaited`

const FROM = `from orders o left join shipping_options s on s.code = o.shipping_option
  left join order_contacts c on c.order_id = o.id`

const BY_AGE = 'waiting_orders:id:asc'

/** A page of a queue, whoever has waited longest first. */
export async function waitingOrdersQuery(
  queue: Exclude<OrderQueue, 'to_call'>,
  limit: number,
  cursor?: string
) {
  const after = cursor ? decodeCursor(BY_AGE, cursor).id : 0
  const rows = await sql<WaitingOrder>(
    `select ${WAITING}, null::int as points, null::text[] as reasons ${FROM}
     where o.id > $1 and ${ORDERS[queue]} order by o.id limit $2`,
    [after, limit + 1]
  )
  return pageOf(rows, limit, BY_AGE)
}

/** So many of those who have waited longest are weighed. */
const WEIGHED = 300

/** Who is to be called: whose cash is most at risk first. */
export const callsQuery = (limit: number) =>
  sql<WaitingOrder>(
    `with waiting as (
       select ${WAITING} ${FROM} where ${ORDERS.to_call} order by o.id limit ${WEIGHED}
     )
     select w.*, r.points, r.reasons
     from waiting w left join cash_risk(array(select id from waiting)) r on r.order_id = w.id
     order by r.points desc nulls last, w.id limit $1`,
    [limit]
  )

/** Cash of a courier that has paid is remitted, or went back to the buyer since: what is not is a few among millions. */
const NOT_REMITTED = `p.order_id in (
  select order_id from payments where state in ('collected', 'partially_refunded', 'refunded'))`

const PARCELS: Record<ParcelQueue, string> = {
  out: `p.state = 'out'`,
  to_inspect: `p.state = 'refused'`,
  to_remit: `p.state = 'delivered' and p.cash > 0 and p.tracking_number is not null and ${NOT_REMITTED}
    and not ${IS_REMITTED}`,
}

const BY_PARCEL = 'parcels:id:asc'

/** A page of parcels, the oldest first; `q` is a tracking number or an order's. */
export async function parcelQueueQuery(
  { queue, q }: { queue?: ParcelQueue; q?: string },
  limit: number,
  cursor?: string
) {
  const after = cursor ? decodeCursor(BY_PARCEL, cursor).id : 0
  const rows = await sql<Parcel>(
    `select ${PARCEL_COLUMNS} from parcels p join orders o on o.id = p.order_id
     where p.id > $1 and ${queue ? PARCELS[queue] : 'true'}
       and ($3::text is null or upper(p.tracking_number) = upper($3) or o.number = upper($3))
     order by p.id limit $2`,
    [after, limit + 1, q ?? null]
  )
  return pageOf(rows, limit, BY_PARCEL)
}

export type QueueCounts = Record<OrderQueue | ParcelQueue, number>

/** How many wait in each queue: one statement. */
export async function queueCounts(): Promise<QueueCounts> {
  const orders = ORDER_QUEUES.map(
    (queue) => `(select count(*)::int ${FROM} where ${ORDERS[queue]}) as ${queue}`
  )
  const parcels = PARCEL_QUEUES.map(
    (queue) => `(select count(*)::int from parcels p where ${PARCELS[queue]}) as ${queue}`
  )
  const [counts] = await sql<QueueCounts>(`select ${[...orders, ...parcels].join(', ')}`)
  return counts
}

/** Where the pieces of an order are taken from: what it holds, place by place. */
type PickedLine = {
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  place: string
  pieces: number
}

export const pickListQuery = (holder: string) =>
  sql<PickedLine>(
    `select r.product_id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr", l.name as place, r.quantity as pieces
     from reservations r join products p on p.id = r.product_id join locations l on l.id = r.location_id
     where r.holder = $1 and r.state = 'held' and r.quantity > 0 order by l.id, p.sku`,
    [holder]
  )
