import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type PriceChange = {
  id: number
  at: Date
  oldPrice: number | null
  newPrice: number | null
  oldCost: number | null
  newCost: number | null
  actor: string
  /** The actor by name. */
  author: string
  reason: string | null
  importId: number | null
}

const ORDER = 'price_changes:id:desc'

/** A page of a product's price changes, newest first. */
export async function priceHistoryQuery(productId: number, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<Omit<PriceChange, 'author'>>(
    `select id, changed_at as at, old_price as "oldPrice", new_price as "newPrice",
       old_cost as "oldCost", new_cost as "newCost", actor, reason, import_id as "importId"
     from price_changes where product_id = $1 and id < $2 order by id desc limit $3`,
    [productId, before, limit + 1]
  )
  const { page, nextCursor } = pageOf(rows, limit, ORDER)
  return { page: await withAuthors(page), meta: { limit, nextCursor } }
}
