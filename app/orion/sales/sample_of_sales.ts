import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Change, MOST_CREATED } from '#app/imports/runs/sample_changes'
import { sql } from '#app/platform/database/sql'

/** Examples of the sales that this transaction has added for a run, as many as are still wanted. */
export async function sampleOfSales(
  runId: number,
  known: Change[],
  trx: TransactionClientContract
): Promise<Change[]> {
  return sql<Change>(
    `select 'sales' as entity, s.sold_on || ' · ' || p.sku || ' × ' || s.quantity as label, '*' as field,
       null as before, null as after
     from sales_history s join products p on p.id = s.product_id
     where s.import_run_id = $1 order by s.id offset $2 limit greatest($3 - $2, 0)`,
    [runId, known.length, MOST_CREATED],
    trx
  )
}
