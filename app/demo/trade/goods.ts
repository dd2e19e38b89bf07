import { Random } from '#app/demo/random'
import { sql } from '#app/platform/database/sql'

/** A product that there is plenty of. `price` in millimes, tax included. */
export type Goods = {
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  taxRate: number
  price: number
  brand: string
  category: string
}

const PRODUCTS = `
  select p.id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr", p.tax_rate as "taxRate", p.price,
    b.slug as brand, c.slug as category
  from products p
  join product_listings l on l.product_id = p.id
  join brands b on b.id = p.brand_id
  join categories c on c.id = p.category_id
  where p.price between 8000 and 400000
    and (select sum(on_hand - reserved) from stock_levels s where s.product_id = p.id) >= 6
  order by (select sum(quantity) from sales_history s where s.product_id = p.id) desc nulls last, p.sku limit 400`

/** What the demo sells: parts that are asked for, and on the shelf, in the order in which they are bought. */
export async function goodsOf(seed: number): Promise<Goods[]> {
  const goods = await sql<Goods>(PRODUCTS)
  return new Random(seed, 'goods').shuffle(goods, () => 1)
}
