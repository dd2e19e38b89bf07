import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** Pieces that came in (positive) or went out, and why. */
type StockMovement = {
  id: number
  place: string
  quantity: number
  cause: string
  reference: string | null
  actor: string
  /** The actor by name. */
  author: string
  at: Date
}

const ORDER = 'stock_movements:id:desc'

/** A page of what has happened to the stock of a product, newest first. */
export async function stockMovementsQuery(productId: number, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<Omit<StockMovement, 'author'>>(
    `select m.id, o.name as place, m.quantity, m.cause, m.reference, m.actor, m.at
     from stock_movements m join locations o on o.id = m.location_id
     where m.product_id = $1 and m.id < $2 order by m.id desc limit $3`,
    [productId, before, limit + 1]
  )
  const { page, nextCursor } = pageOf(rows, limit, ORDER)
  return { page: await withAuthors(page), nextCursor }
}
