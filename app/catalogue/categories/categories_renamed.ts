import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { sql } from '#app/platform/database/sql'

/** Names of categories are words of their products: call it in the transaction that renamed them. */
export async function emitCategoriesRenamed(ids: number[], trx: TransactionClientContract) {
  const products = await sql<{ id: number }>(
    `with recursive below (id) as (
       select unnest($1::int[])
       union
       select c.id from below b join categories c on c.parent_id = b.id
     )
     select id from products where category_id in (select id from below)`,
    [ids],
    trx
  )
  await emitProductsChanged(
    products.map(({ id }) => id),
    trx
  )
}
