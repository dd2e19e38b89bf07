import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * Waits for whoever writes these products or their words, and keeps others waiting: what the next
 * statement reads is of the last commit, and what it writes never older than what is there. Products
 * first, as whoever writes one does: nobody waits in a circle.
 */
export async function holdWords(ids: number[], trx: TransactionClientContract): Promise<void> {
  await sql('select from products where id = any ($1) order by id for no key update', [ids], trx)
  await sql(
    'select from search_documents where product_id = any ($1) order by product_id for no key update',
    [ids],
    trx
  )
}
