import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Product from '#app/catalogue/products/product'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'

/** The key of the product with this SKU. Throws 422 when there is none, or when it is itself replaced by this product. */
export async function findSuccessorId(
  product: Product,
  sku: string | null,
  trx: TransactionClientContract
): Promise<number | null> {
  if (sku === null) return null
  const chain = await sql<{ id: number }>(CHAIN, [sku], trx)
  if (chain.length === 0) {
    throw invalid('supersededBy', 'sku', 'There is no product with this SKU')
  }
  if (product.$isPersisted && chain.some(({ id }) => id === product.id)) {
    throw invalid('supersededBy', 'ring', 'That product is itself replaced by this one')
  }
  return chain[0].id
}

/** The product, what replaces it, what replaces that, and so on. */
const CHAIN = /* sql */ `
  with recursive chain as (
    select id, superseded_by_id as next, 0 as depth from products where sku = $1 and deleted_at is null
    union all
    select p.id, p.superseded_by_id, c.depth + 1 from chain c join products p on p.id = c.next where c.depth < 100
  )
  select id from chain order by depth`
