import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** Pieces that came in (positive) or went out, and why. */
export type StockMovement = {
  id: number
  place: string
  quantity: number
  cause: string
  reference: string | null
  /** By name when it is somebody of the staff. */
  author: string
  at: Date
}

const ORDER = 'stock_movements:id:desc'

/** A page of what has happened to the stock of a product, newest first. */
export async function stockMovementsQuery(productId: number, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor, 'number').id : Number.MAX_SAFE_INTEGER
  const rows = await sql<StockMovement>(
    `select m.id, o.name as place, m.quantity, m.cause, m.reference, coalesce(f.full_name, m.actor) as author, m.at
     from stock_movements m join locations o on o.id = m.location_id
     left join staff_members f on m.actor = 'staff:' || f.id
     where m.product_id = $1 and m.id < $2 order by m.id desc limit $3`,
    [productId, before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}
