import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** A price that changed by more than 15 %, and that nobody has looked at yet. Prices in millimes. */
export type PriceAlarm = {
  id: number
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  oldPrice: number
  newPrice: number
  at: Date
  actor: string
  /** The actor by name. */
  author: string
  reason: string | null
}

const ORDER = 'price_alarms:id:desc'

/** Of `price_changes c`: by more than 15 %. Word for word the condition of the index `steep_price_changes`. */
export const STEEP = `c.old_price is not null and c.new_price is not null
  and abs(c.new_price - c.old_price) * 100 > c.old_price * 15`

const WAITING = `from price_changes c join products p on p.id = c.product_id and p.deleted_at is null
  where ${STEEP} and not exists (select from price_reviews r where r.price_change_id = c.id)`

/** A page of price alarms, newest first. */
export async function priceAlarmsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<Omit<PriceAlarm, 'author'>>(
    `select c.id, p.id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr",
       c.old_price as "oldPrice", c.new_price as "newPrice", c.changed_at as at, c.actor, c.reason
     ${WAITING} and c.id < $1 order by c.id desc limit $2`,
    [before, limit + 1]
  )
  const { page, nextCursor } = pageOf(rows, limit, ORDER)
  return { page: await withAuthors(page), nextCursor }
}

export async function countPriceAlarms(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(`select count(*)::int as count ${WAITING}`)
  return count
}
