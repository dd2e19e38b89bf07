import { sql } from '#app/platform/database/sql'
import { sqlWords } from '#app/platform/database/sql_words'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { AWAITED, type PurchaseState } from '#app/purchasing/purchase_order_state'

/** An order to a supplier in a list. `total` in millimes without tax. */
export type PurchaseOrderItem = {
  id: number
  number: string
  state: PurchaseState
  supplierId: number
  supplier: string
  expectedOn: string | null
  late: boolean
  ordered: number
  received: number
  total: number
  createdAt: Date
}

type PurchaseOrdersAsked = {
  q?: string
  state?: PurchaseState
  supplierId?: number
  late?: boolean
}

const ORDER = 'purchase_orders:id:desc'

/** Awaited, and its day is over. */
const LATE = `o.state in (${sqlWords(AWAITED)}) and o.expected_on < day_in_tunis()`

/** A page of orders to suppliers, newest first; `q` is a number or the supplier's. */
export async function purchaseOrdersQuery(
  { q, state, supplierId, late }: PurchaseOrdersAsked,
  limit: number,
  cursor?: string
) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<PurchaseOrderItem>(
    `select o.id, o.number, o.state, o.supplier_id as "supplierId", s.name as supplier,
       o.expected_on::text as "expectedOn", coalesce(${LATE}, false) as late, o.created_at as "createdAt",
       coalesce(l.ordered, 0) as ordered, coalesce(l.received, 0) as received, coalesce(l.total, 0)::bigint as total
     from (
       select o.id, o.number, o.state, o.supplier_id, o.expected_on, o.created_at from purchase_orders o
       where o.id < $1 and ($3::text is null or o.state = $3) and ($4::int is null or o.supplier_id = $4)
         and ($5::text is null or o.number = upper($5) or o.supplier_reference = $5)
         ${late ? `and ${LATE}` : ''}
       order by o.id desc limit $2
     ) o
     join suppliers s on s.id = o.supplier_id
     left join lateral (
       select sum(ordered)::int as ordered, sum(received)::int as received, sum(ordered * cost)::bigint as total
       from purchase_order_lines where purchase_order_id = o.id) l on true
     order by o.id desc`,
    [before, limit + 1, state ?? null, supplierId ?? null, q ?? null]
  )
  return pageOf(rows, limit, ORDER)
}

/** How many are awaited and should have come. */
export async function countLateOrders(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from purchase_orders o where ${LATE}`
  )
  return count
}
