import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * Makes every answer that was cached under one of these tags unreachable, for
 * all processes, from the commit of `trx` on. An epoch is a moment in
 * microseconds: none comes twice, not in another database either.
 */
export async function bumpEpochs(tags: string[], trx: TransactionClientContract) {
  await sql(
    `insert into cache_epochs (tag) select unnest($1::text[]) order by 1
     on conflict (tag) do update set epoch = next_epoch(cache_epochs.epoch)`,
    [tags],
    trx
  )
  await sql(`select pg_notify('cache_epochs', '')`, [], trx)
}
