import { kitStock } from '#app/catalogue/products/kit_stock'
import { sql } from '#app/platform/database/sql'

/** A part that is sold; `free` pieces were promised to nobody, kits count as many as their components make. */
type PartOnSale = { sku: string; brand: string; free: number }

/** Those of these SKUs that are sold, by their SKU. */
export async function partsOnSale(skus: string[]): Promise<Map<string, PartOnSale>> {
  const rows = await sql<PartOnSale>(
    `select p.sku, b.name as brand, greatest(0, coalesce(
       ${kitStock('p.id')},
       (select free from free_stock(array[p.id])), 0)) as free
     from products p join product_listings l on l.product_id = p.id join brands b on b.id = p.brand_id
     where p.sku = any ($1::text[])`,
    [skus]
  )
  return new Map(rows.map((row) => [row.sku, row]))
}
