import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'
import { countWords, reindexSearch } from '#app/search/reindex_search'

/** When the catalogue has grown or shrunk by so much, words are counted, or weighed, anew. */
const COUNT_BEYOND = 0.02
const WEIGH_BEYOND = 0.25

/**
 * Statistics of words may lag behind; far behind, rare words no longer tell more than common ones.
 * Compares them with what is there, and mends them when they have drifted.
 */
export async function keepWordsFresh(): Promise<void> {
  const [{ counted, present }] = await sql<{ counted: number; present: number }>(
    `select (select products from search_statistics) as counted,
       (select count(*) from search_documents)::int as present`
  )
  const drift = Math.abs(present - counted) / Math.max(present, counted, 1)
  if (drift > WEIGH_BEYOND) await reindexSearch()
  else if (drift > COUNT_BEYOND) await countWords()
}

export const wordsTask = defineTask({
  name: 'words',
  cron: '*/15 * * * *',
  handle: keepWordsFresh,
})

/** What changes without changing how many products there are. */
export const nightlyWordsTask = defineTask({
  name: 'words.nightly',
  cron: '50 2 * * *',
  handle: async () => {
    await reindexSearch()
  },
})
