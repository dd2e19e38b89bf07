import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'
import { chooseChampions, countWords, reindexSearch } from '#app/search/index/reindex_search'

/** When the catalogue has grown or shrunk by so much, words are counted anew. */
const COUNT_BEYOND = 0.02
/** When texts have become longer or shorter by so much, words are weighed anew. */
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
  if (drift <= COUNT_BEYOND) return
  if (await haveLengthsDrifted()) await reindexSearch()
  else await countWords()
}

async function haveLengthsDrifted(): Promise<boolean> {
  const [{ drift }] = await sql<{ drift: number }>(
    `select greatest(abs(now.name_words / s.name_words - 1), abs(now.brand_words / s.brand_words - 1),
       abs(now.description_words / s.description_words - 1), abs(now.attribute_words / s.attribute_words - 1)) as drift
     from search_averages() now, search_statistics s`
  )
  return drift > WEIGH_BEYOND
}

defineTask({
  name: 'words',
  cron: '*/15 * * * *',
  async handle() {
    await keepWordsFresh()
    await keepChampionsFresh()
  },
})

/** What changes without changing how many products there are. */
defineTask({
  name: 'words.nightly',
  cron: '50 2 * * *',
  handle: async () => {
    await reindexSearch()
  },
})

/** Words that became common have no champions yet, those that became rare need none any more. */
async function keepChampionsFresh(): Promise<void> {
  const [{ isStale }] = await sql<{ isStale: boolean }>(
    `select exists (
       select from search_terms t full join (select distinct term from search_champions) c using (term)
       where has_champions(coalesce(t.products, 0)) <> (c.term is not null)
     ) as "isStale"`
  )
  if (isStale) await chooseChampions()
}
