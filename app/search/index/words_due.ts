import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'
import { defineJob } from '#app/platform/jobs/job'
import { holdWords } from '#app/search/index/hold_words'

const BATCH = 5_000

/** Leaves the words of products to `readWordsDue`: for a whole list they take as long as everything else. */
export async function postponeWords(ids: number[], trx: TransactionClientContract) {
  await sql(
    `insert into search_words_due select unnest($1::int[]) order by 1 on conflict do nothing`,
    [ids],
    trx
  )
}

/** Reads the words that are due until none are, batch by batch: each commits by itself. */
export async function readWordsDue(): Promise<void> {
  while ((await db.transaction(readBatch)) > 0);
}

async function readBatch(trx: TransactionClientContract): Promise<number> {
  await sql(`set local statement_timeout = '5min'`, [], trx)
  const due = await sql<{ id: number }>(
    'select product_id as id from search_words_due order by product_id limit $1',
    [BATCH],
    trx
  )
  const ids = due.map(({ id }) => id)
  if (ids.length === 0) return 0
  await holdWords(ids, trx)
  await sql('delete from search_words_due where product_id = any ($1)', [ids], trx)
  await sql('select refresh_search_documents($1)', [ids], trx)
  await bumpEpochs(['catalogue'], trx)
  return ids.length
}

/** What an import that was killed has left. */
export const readWordsDueJob = defineJob<object>({
  name: 'search.words_due',
  options: { queueing: 'one per key', concurrency: 1, timeoutSeconds: 3_600 },
  handle: readWordsDue,
  async leftovers() {
    const [{ isDue }] = await sql<{ isDue: boolean }>(
      'select exists (select from search_words_due) as "isDue"'
    )
    return isDue ? [{ data: {}, key: 'due' }] : []
  },
})
