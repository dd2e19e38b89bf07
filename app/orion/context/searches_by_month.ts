import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ContextAsked } from '#app/orion/context/context_asked'
import { HEIRS } from '#app/orion/heirs'
import { BOUNDS, MONTH_OF } from '#app/orion/months'
import { sql } from '#app/platform/database/sql'

type SearchRow = { id: number; month: number; asked: number }

/**
 * How often people searched or called in vain for what a product is: by a number of it or of what it replaced, and by
 * the words for its part type; by both counts twice. NaN before the ledger was kept; nothing while it is empty.
 */
export async function searchesByMonth(
  { ids, until, months }: ContextAsked,
  trx?: TransactionClientContract
): Promise<Float64Array[] | undefined> {
  const [{ begins }] = await sql<{ begins: number | null }>(BEGINS, [until, months], trx)
  if (begins === null) return undefined
  const rows = await sql<SearchRow>(SEARCHES, [until, months, ids], trx)
  const asked = Map.groupBy(rows, ({ id }) => id)
  return ids.map((id) => {
    const searches = new Float64Array(months).fill(Number.NaN, 0, Math.max(0, begins))
    for (const { month, asked: times } of asked.get(id) ?? []) searches[month] = times
    return searches
  })
}

/** A number of fewer signs than this is met by chance. */
const FEWEST_SIGNS = 5
/** Words that a number or a part type is written in. */
const MOST_WORDS = 5

/** One form for words and their plurals, as the search has it (`index_term`). */
const STEMS = (words: string) => `
  array(select coalesce(index_term(u.word), u.word) from unnest(string_to_array(${words}, ' ')) with ordinality u (word, at)
    order by u.at)`

const BEGINS = `
  with ${BOUNDS}
  select ${MONTH_OF('min(u.asked_on)')} - ${MONTH_OF('min(b.first)')} as begins
  from unmet_demand u cross join bounds b where u.asked_on < b.ending`

const SEARCHES = `
  with recursive ${BOUNDS}, ${HEIRS}, asked as (
    select u.words_norm as words, ${MONTH_OF('u.asked_on')} - ${MONTH_OF('b.first')} as month, sum(u.asked)::int as times
    from unmet_demand u cross join bounds b where u.asked_on >= b.first and u.asked_on < b.ending group by 1, 2
  ), split as (
    select words, string_to_array(words, ' ') as told, ${STEMS('words')} as stems
    from (select distinct words from asked) w
  ), phrases as (
    select distinct words, norm_ref(array_to_string(told[i:j], '')) as number, array_to_string(stems[i:j], ' ') as term
    from split, generate_series(1, cardinality(told)) i, generate_series(i, least(i + ${MOST_WORDS - 1}, cardinality(told))) j
  ), numbers as (
    select distinct f.words, h.heir from phrases f join part_numbers n on n.number_norm = f.number
    join heirs h on h.id = n.product_id
    where length(f.number) >= ${FEWEST_SIGNS} and f.number ~ '[0-9]'
  ), terms as (
    select distinct array_to_string(${STEMS('s.term_norm')}, ' ') as term, k.id as category
    from synonyms s join concepts c on c.id = s.concept_id and c.kind = 'part'
    cross join unnest(c.category_slugs) named join categories k on starts_with(k.slug || '/', named || '/')
  ), types as (
    select distinct f.words, t.category from phrases f join terms t on t.term = f.term
  ), of_types as (
    select t.category, a.month, sum(a.times) as times from types t join asked a on a.words = t.words group by 1, 2
  )
  select id, month, sum(times)::int as asked from (
    select n.heir as id, a.month, a.times from numbers n join asked a on a.words = n.words where n.heir = any ($3::int[])
    union all
    select p.id, t.month, t.times from of_types t join products p on p.category_id = t.category where p.id = any ($3::int[])
  ) named group by 1, 2`
