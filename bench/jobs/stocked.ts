import type { BenchDatabase } from '../database.js'

/** So many products that the same piece is seldom wanted by two at once. */
const SPREAD = 1_000
/** More than any run sells. */
const PIECES = 1_000_000

/** Numbers of products that can be bought all day long, counted in as a stock-take would. */
export async function stocked(database: BenchDatabase, products = SPREAD): Promise<string[]> {
  const rows = await database.rows<{ sku: string }>(
    `with wanted as (
       select product_id, sku from product_listings
       where product_id not in (select kit_id from kit_components)
       order by hashint4(product_id), product_id limit $1
     )
     select w.sku from wanted w cross join locations l
     cross join lateral count_stock(w.product_id, l.id, $2, 'bench', 'bench') counted
     where l.is_default`,
    [products, PIECES]
  )
  return rows.map(({ sku }) => sku)
}
