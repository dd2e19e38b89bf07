import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { sql } from '#app/platform/database/sql'

/** Names of brands are words of their products: call it in the transaction that renamed them. */
export async function emitBrandsRenamed(ids: number[], trx: TransactionClientContract) {
  const products = await sql<{ id: number }>(
    'select id from products where brand_id = any($1::int[]) and deleted_at is null',
    [ids],
    trx
  )
  await emitProductsChanged(
    products.map(({ id }) => id),
    trx
  )
}
