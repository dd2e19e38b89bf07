import db from '@adonisjs/lucid/services/db'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'
import { holdWords } from '#app/search/index/hold_words'

/** Whoever writes a product waits for its batch. */
const BATCH = 500

/**
 * Reads the words of every product anew, batch by batch: each batch commits by itself and replaces only
 * what differs, so searches go on and always see whole products. What is written meanwhile stays: a batch
 * waits for whoever writes its products. Returns how many products there are.
 * @param onProgress called with the products read so far, then with those weighed
 */
export async function reindexSearch(
  onProgress: (done: number, step: 'read' | 'weighed') => void = () => {}
): Promise<number> {
  await inBatches('select refresh_search_documents($1)', (done) => onProgress(done, 'read'))
  await sql('select refresh_search_averages()')
  const products = await inBatches('select weigh_search_documents($1)', (done) =>
    onProgress(done, 'weighed')
  )
  await countWords()
  await chooseChampions()
  return products
}

async function inBatches(statement: string, onProgress: (done: number) => void): Promise<number> {
  let done = 0
  for (let last = 0, read = BATCH; read === BATCH;) {
    const rows = await sql<{ id: number }>(
      'select id from products where id > $1 order by id limit $2',
      [last, BATCH]
    )
    const ids = rows.map(({ id }) => id)
    await db.transaction(async (trx) => {
      await sql(`set local statement_timeout = '5min'`, [], trx)
      await holdWords(ids, trx)
      await sql(statement, [ids], trx)
    })
    read = ids.length
    last = ids.at(-1) ?? last
    done += read
    onProgress(done)
  }
  return done
}

/** Counts in how many products each word is: what makes rare words tell more. */
export const countWords = () => refresh('select refresh_search_statistics()')

/** Chooses the best products of each word that many know: what suggestions begin with. */
export const chooseChampions = () => refresh('select refresh_search_champions()')

function refresh(statement: string): Promise<void> {
  return db.transaction(async (trx) => {
    await sql(`set local statement_timeout = '5min'`, [], trx)
    await sql(statement, [], trx)
    await bumpEpochs(['words'], trx)
  })
}
