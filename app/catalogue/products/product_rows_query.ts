import { kitStock } from '#app/catalogue/products/kit_stock'
import {
  type ProductFilter,
  productConditions,
  VIEWS,
  type View,
} from '#app/catalogue/products/product_filter'
import { taxonomy } from '#app/catalogue/taxonomy'
import { loadedUntilChange } from '#app/platform/cache/until_change'
import { joinConditions } from '#app/platform/database/conditions'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** A product as the list of all products shows it. Prices in millimes, cost without tax. */
export type ProductRow = {
  id: number
  sku: string
  nameFr: string
  nameAr: string | null
  status: 'draft' | 'active' | 'archived'
  quality: string
  brand: string
  categoryFr: string | null
  categoryAr: string | null
  price: number | null
  cost: number | null
  taxRate: number
  /** Free to sell, all places together; of a kit as many as its components make. */
  stock: number
  imagePath: string | null
  oeNumber: string | null
  version: number
  updatedAt: Date
}

type Order = { column: string; sqlType: string }

/** What the list can be sorted by. */
export const SORTS = {
  updated: { column: 'p.updated_at', sqlType: 'timestamptz' },
  name: { column: 'p.name_fr', sqlType: 'text' },
  // What has no price yet stands below the cheapest.
  price: { column: 'coalesce(p.price, -1)', sqlType: 'bigint' },
  sku: { column: 'p.sku', sqlType: 'text' },
  created: { column: 'p.id', sqlType: 'int' },
} satisfies Record<string, Order>

export type Sort = keyof typeof SORTS
type SortOrder = 'asc' | 'desc'

type ProductListOptions = {
  sort: Sort
  order: SortOrder
  limit: number
  cursor?: string
}

const FROM = 'from products p left join product_listings l on l.product_id = p.id'

/** A page of the ids that a filter leaves, in order. One statement. */
export async function productIdsQuery(
  filter: ProductFilter,
  { sort, order, limit, cursor }: ProductListOptions
) {
  const { column, sqlType } = SORTS[sort]
  const cursorOrder = `staff.products:${sort}:${order}`
  const values: unknown[] = []
  const where = ['p.deleted_at is null', await whereOf(filter, values)]
  if (cursor) {
    const place = decodeCursor(cursorOrder, cursor)
    const after = order === 'asc' ? '>' : '<'
    where.push(
      `(${column}, p.id) ${after} ($${values.push(place.value)}::${sqlType}, $${values.push(place.id)}::int)`
    )
  }
  const rows = await sql<{ id: number; place: string }>(
    `select p.id, ${column}::text as place ${FROM}
     where ${where.join(' and ')} order by ${column} ${order}, p.id ${order} limit $${values.push(limit + 1)}`,
    values
  )
  return pageOf(rows, limit, cursorOrder, ({ place }) => place)
}

/** A page of the list of all products. Two statements, however many rows. */
export async function productRowsQuery(filter: ProductFilter, options: ProductListOptions) {
  const { page, nextCursor } = await productIdsQuery(filter, options)
  return { rows: await rowsOf(page.map(({ id }) => id)), nextCursor }
}

/** Everything that a filter leaves. */
export async function allProductIds(filter: ProductFilter): Promise<number[]> {
  const values: unknown[] = []
  const where = await whereOf(filter, values)
  const rows = await sql<{ id: number }>(
    `select p.id ${FROM} where p.deleted_at is null and ${where}`,
    values
  )
  return rows.map(({ id }) => id)
}

/** How many products a filter leaves. */
export async function countProducts(filter: ProductFilter): Promise<number> {
  const values: unknown[] = []
  const where = await whereOf(filter, values)
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count ${FROM} where p.deleted_at is null and ${where}`,
    values
  )
  return count
}

/** The rows of these products, in the order of the ids. */
function rowsOf(ids: number[]): Promise<ProductRow[]> {
  return sql<ProductRow>(
    `select p.id, p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr", p.status, p.quality, b.name as brand,
       c.name_fr as "categoryFr", c.name_ar as "categoryAr", p.price, p.cost, p.tax_rate as "taxRate",
       coalesce(
         ${kitStock('p.id')},
         (select sum(s.on_hand - s.reserved)::int from stock_levels s where s.product_id = p.id), 0) as stock,
       (select i.path from product_images i where i.product_id = p.id order by i.position limit 1) as "imagePath",
       (select n.number from part_numbers n where n.product_id = p.id and n.kind = 'oe' order by n.id limit 1) as "oeNumber",
       p.version, p.updated_at as "updatedAt"
     from unnest($1::int[]) with ordinality as w (id, place)
     join products p on p.id = w.id join brands b on b.id = p.brand_id
     left join categories c on c.id = p.category_id order by w.place`,
    [ids]
  )
}

async function whereOf(filter: ProductFilter, values: unknown[]): Promise<string> {
  return joinConditions(productConditions(filter, await taxonomy()), values)
}

/** How many products each view holds, as of the newest change of the catalogue. */
export const viewCounts = loadedUntilChange(['catalogue'], countViews)

async function countViews(): Promise<Record<View, number>> {
  const counts = Object.entries(VIEWS).map(
    ([view, condition]) => `(count(*) filter (where ${condition}))::int as "${view}"`
  )
  const [row] = await sql<Record<View, number>>(
    `select ${counts.join(', ')} ${FROM} where p.deleted_at is null`
  )
  return row
}
