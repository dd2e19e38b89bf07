import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor, encodeCursor } from '#app/platform/lists/cursor'

/** Pieces of a product at one place. */
export type StockLevel = {
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  locationId: number
  location: string
  place: string
  onHand: number
  reserved: number
  backordered: number
  lowStockAt: number
  /** Pieces on order, and the day the first of them should come. */
  incoming: number
  expectedOn: string | null
}

/** `low`: few are left to sell; `backordered`: somebody waits for pieces. */
export const STOCK_GROUPS = ['low', 'backordered'] as const
type StockGroup = (typeof STOCK_GROUPS)[number]

type Asked = { q?: string; group?: StockGroup; location?: string }

const ORDER = 'stock:product:asc'

const LEVEL = `s.product_id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr",
  s.location_id as "locationId", o.code as location, o.name as place, s.on_hand as "onHand", s.reserved,
  s.backordered, s.low_stock_at as "lowStockAt", coalesce(i.incoming, 0) as incoming, i.expected_on::text as "expectedOn"`

const FROM = `from stock_levels s
  join products p on p.id = s.product_id and p.deleted_at is null
  join locations o on o.id = s.location_id
  left join lateral (
    select incoming, expected_on from incoming_stock(array[s.product_id]) n where n.location_id = s.location_id) i on true`

/** No index holds what a reservation changes: levels would be written twice as slowly. */
const GROUPS: Record<StockGroup, string> = {
  low: 's.on_hand - s.reserved <= s.low_stock_at',
  backordered: `s.backordered > 0 and s.product_id in (
    select product_id from reservations where state = 'held' and backordered > 0)`,
}

/** A page of levels by product. */
export async function stockLevelsQuery(
  { q, group, location }: Asked,
  limit: number,
  cursor?: string
) {
  const after = cursor ? decodeCursor(ORDER, cursor) : { value: 0, id: 0 }
  const rows = await sql<StockLevel>(
    `select ${LEVEL} ${FROM}
     where (s.product_id, s.location_id) > ($1, $2)
       and ($3::text is null or o.code = $3)
       ${group ? `and ${GROUPS[group]}` : ''}
       ${q ? 'and s.product_id in (select find_staff_products($5))' : ''}
     order by s.product_id, s.location_id limit $4`,
    [after.value, after.id, location ?? null, limit + 1, ...(q ? [q] : [])]
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const nextCursor =
    last && rows.length > limit
      ? encodeCursor(ORDER, { value: last.productId, id: last.locationId })
      : null
  return { page, nextCursor }
}

export async function countBackorders(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    `select count(distinct product_id)::int as count from reservations where state = 'held' and backordered > 0`
  )
  return count
}

/** Where pieces may be. */
export type Location = { id: number; code: string; name: string }

export const locationsQuery = () =>
  sql<Location>('select id, code, name from locations order by is_default desc, id')

/** A product with its levels, at every place that has had some. Throws 404 for an unknown one. */
export async function productStockQuery(productId: number) {
  const [product] = await sql<{ id: number; sku: string; nameFr: string; nameAr: string | null }>(
    `select id, sku, name_fr as "nameFr", name_ar as "nameAr" from products where id = $1 and deleted_at is null`,
    [productId]
  )
  if (!product) throw notFound('product')
  const levels = await sql<StockLevel>(
    `select ${LEVEL} ${FROM} where s.product_id = $1 order by o.is_default desc, o.id`,
    [productId]
  )
  return { product, levels }
}
