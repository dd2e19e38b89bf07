import { taxonomy, type Taxonomy } from '#app/catalogue/taxonomy'
import { sql } from '#app/platform/database/sql'
import { decodeCursor, encodeCursor } from '#app/platform/lists/cursor'
import { joinConditions, listingConditions } from '#app/search/listing_conditions'
import type { ProductListQuery, Sort } from '#app/search/product_filters'

export const DEFAULT_LIMIT = 24

/** A row of `product_listings`, as lists need it. */
export type Listing = {
  id: number
  sku: string
  slug: string
  nameFr: string
  nameAr: string | null
  brandId: number
  categoryId: number | null
  price: number
  compareAtPrice: number | null
  availability: number
  imagePath: string | null
  place: string | number
}

export type ListingPage = { rows: Listing[]; nextCursor: string | null; taxonomy: Taxonomy }

/** What each sort sorts by, and which way when the caller does not say. */
const ORDERS: Record<Sort, { column: string; type: 'number' | 'string'; order: 'asc' | 'desc' }> = {
  relevance: { column: 'popularity', type: 'number', order: 'desc' },
  popularity: { column: 'popularity', type: 'number', order: 'desc' },
  price: { column: 'price', type: 'number', order: 'asc' },
  name: { column: 'name_fr', type: 'string', order: 'asc' },
  newest: { column: 'published_at', type: 'string', order: 'desc' },
}

const SQL_TYPES: Record<string, string> = {
  popularity: 'integer',
  price: 'bigint',
  name_fr: 'text',
  published_at: 'timestamptz',
}

/**
 * One page of published products: one statement, keyset-paged, ordered by the
 * sort's column and then the id.
 */
export async function productListQuery(query: ProductListQuery): Promise<ListingPage> {
  const known = await taxonomy()
  const { column, type, order: usual } = ORDERS[query.sortBy ?? 'relevance']
  const order = query.sortOrder ?? usual
  const limit = query.limit ?? DEFAULT_LIMIT
  const cursorOrder = `products:${column}:${order}`

  const values: unknown[] = []
  let where = joinConditions(listingConditions(query, known), values)
  if (query.cursor) {
    const { value, id } = decodeCursor(cursorOrder, query.cursor, type)
    const after = order === 'asc' ? '>' : '<'
    where += ` and (${column}, product_id) ${after} ($${values.push(value)}::${SQL_TYPES[column]}, $${values.push(id)}::int)`
  }
  values.push(limit + 1)

  const rows = await sql<Listing>(
    `select product_id as id, sku, slug, name_fr as "nameFr", name_ar as "nameAr",
       brand_id as "brandId", category_id as "categoryId", price,
       compare_at_price as "compareAtPrice", availability, image_path as "imagePath",
       ${column === 'published_at' ? 'published_at::text' : column} as place
     from product_listings where ${where}
     order by ${column} ${order}, product_id ${order} limit $${values.length}`,
    values
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const nextCursor =
    rows.length > limit && last
      ? encodeCursor(cursorOrder, { value: last.place, id: last.id })
      : null
  return { rows: page, nextCursor, taxonomy: known }
}
