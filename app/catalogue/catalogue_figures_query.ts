import { sql } from '#app/platform/database/sql'

type RecentPriceChange = {
  productId: number
  sku: string
  name: string
  nameAr: string | null
  oldPrice: number
  newPrice: number
  at: Date
}

/** What is there, without what was deleted. */
const SIZES = {
  products: 'select count(*)::int as n from products where deleted_at is null',
  categories: 'select count(*)::int as n from categories',
  brands: 'select count(*)::int as n from brands',
}

export async function catalogueSizeQuery(of: keyof typeof SIZES): Promise<number> {
  const [{ n }] = await sql<{ n: number }>(SIZES[of])
  return n
}

/** The latest changes of a price, newest first. */
export function recentPriceChangesQuery(limit: number): Promise<RecentPriceChange[]> {
  return sql<RecentPriceChange>(
    `select p.id as "productId", p.sku, p.name_fr as name, p.name_ar as "nameAr",
       c.old_price as "oldPrice", c.new_price as "newPrice", c.changed_at as at
     from (select * from price_changes order by id desc limit 500) c
     join products p on p.id = c.product_id and p.deleted_at is null
     where c.old_price is not null and c.new_price is distinct from c.old_price
     order by c.changed_at desc, c.id desc limit $1`,
    [limit]
  )
}
