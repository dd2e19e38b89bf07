import { sql } from '#app/platform/database/sql'

/** The key of a product by its SKU, whatever its case; undefined when there is none. */
export async function productOfSku(sku: string): Promise<number | undefined> {
  const [product] = await sql<{ id: number }>(
    `select id from products where sku in ($1, upper($1)) and deleted_at is null order by sku <> $1 limit 1`,
    [sku]
  )
  return product?.id
}
