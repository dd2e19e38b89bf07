import { taxonomy, type Taxonomy } from '#app/catalogue/taxonomy'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { ROWS } from '#app/platform/lists/rows'
import { pageOf } from '#app/platform/lists/page_of'
import { foundProducts } from '#app/search/lists/found_products'
import { LISTING_COLUMNS, type Listing } from '#app/search/lists/listing_columns'
import { joinConditions } from '#app/platform/database/conditions'
import { listingConditions } from '#app/search/lists/listing_conditions'
import type { ProductListQuery, Sort } from '#app/search/lists/product_filters'

type Placed = Listing & { place: string }

type ListingPage = { rows: Placed[]; nextCursor: string | null; taxonomy: Taxonomy }

type Order = { column: string; sqlType: string; order: 'asc' | 'desc' }

/** What each sort sorts by, and which way when the caller does not say. */
const ORDERS: Record<Exclude<Sort, 'relevance'>, Order> = {
  popularity: { column: 'popularity', sqlType: 'integer', order: 'desc' },
  price: { column: 'price', sqlType: 'bigint', order: 'asc' },
  name: { column: 'name_fr', sqlType: 'text', order: 'asc' },
  newest: { column: 'published_at', sqlType: 'timestamptz', order: 'desc' },
}
const BY_SCORE: Order = { column: 'score', sqlType: 'float8', order: 'desc' }

/**
 * One page of published products: one statement, keyset-paged, ordered by the
 * sort's column and then the id.
 */
export async function productListQuery(query: ProductListQuery): Promise<ListingPage> {
  const ordering = orderOf(query)
  const isUnscored = ordering !== BY_SCORE
  const [known, found] = await Promise.all([
    taxonomy(),
    query.q === undefined ? undefined : foundProducts(query.q, { isUnscored }),
  ])
  const order = query.sortOrder ?? ordering.order
  const limit = query.limit ?? ROWS
  const cursorOrder = `products:${ordering.column}:${order}`

  const values: unknown[] = [...(found?.values ?? [])]
  const conditions = listingConditions(query, known)
  if (found) conditions.push(found.condition)
  const where = [joinConditions(conditions, values)]
  if (query.cursor) where.push(afterCursor(query.cursor, cursorOrder, ordering, order, values))
  values.push(limit + 1)

  const { column } = ordering
  const rows = await sql<Placed>(
    `${found ? `with ${found.cte}` : ''}
     select ${LISTING_COLUMNS}, ${column}::text as place
     from product_listings l ${column === 'score' ? 'join found using (product_id)' : ''}
     where ${where.join(' and ')}
     order by ${column} ${order}, product_id ${order} limit $${values.length}`,
    values
  )
  const { page, nextCursor } = pageOf(rows, limit, cursorOrder, ({ place }) => place)
  return { rows: page, nextCursor, taxonomy: known }
}

/** Without words nothing is more relevant than what sells. */
function orderOf({ sortBy = 'relevance', q }: ProductListQuery): Order {
  if (sortBy !== 'relevance') return ORDERS[sortBy]
  return q === undefined ? ORDERS.popularity : BY_SCORE
}

function afterCursor(
  cursor: string,
  cursorOrder: string,
  { column, sqlType }: Order,
  order: 'asc' | 'desc',
  values: unknown[]
): string {
  const { value, id } = decodeCursor(cursorOrder, cursor)
  const after = order === 'asc' ? '>' : '<'
  return `(${column}, product_id) ${after} ($${values.push(value)}::${sqlType}, $${values.push(id)}::int)`
}
