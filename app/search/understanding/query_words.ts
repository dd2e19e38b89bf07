import { untilChange } from '#app/platform/cache/until_change'
import { sql } from '#app/platform/database/sql'
import { allowedErrors, editDistance } from '#app/platform/text/edit_distance'
import { neighbours } from '#app/platform/text/neighbours'
import { indexTerm } from '#app/search/index/index_term'

/** A word of a query as the index knows it. */
export type QueryWord = {
  word: string
  /** Its form in the index; null for words that say nothing, such as «de». */
  term: string | null
  known: boolean
  /** How many products know it, about. */
  products: number
}

/** A term of the index that may be meant by a word that is in no product. */
type Guess = { term: string; products: number; errors: number }

const MOST_GUESSES = 3
const MOST_ENDINGS = 6
/** So many words are remembered: customers use few, over and over. */
const MOST_REMEMBERED = 20_000

/** What the index knows of each word. One statement for those that were not asked about since it changed. */
export async function lookUpWords(words: string[]): Promise<QueryWord[]> {
  const known = remembered()
  const looked = new Map(words.map((word) => [word, known.get(word)]))
  const strange = [...looked.keys()].filter((word) => !looked.get(word))
  for (const found of await readWords(strange)) {
    looked.set(found.word, found)
    if (known.size < MOST_REMEMBERED) known.set(found.word, found)
  }
  return words.map((word) => looked.get(word)!)
}

/** The words that were looked up since the catalogue or the words of the shop last changed. */
const remembered = untilChange(['catalogue', 'words'], () => new Map<string, QueryWord>())

async function readWords(words: string[]): Promise<QueryWord[]> {
  if (words.length === 0) return []
  return sql<QueryWord>(
    `select w.word, l.term, k.known, coalesce(s.products, 1) as products
     from unnest($1::text[]) with ordinality w (word, place)
     left join lateral (
       select index_term(t.lexeme) as term from unnest(index_words(w.word)) t
       order by t.positions[1] limit 1
     ) l on true
     left join search_terms s on s.term = l.term
     cross join lateral (
       select s.term is not null
         -- "exists" would read the table for the first match that it hopes to meet soon.
         or (select count(*) > 0 from search_documents
             where array_to_tsvector(terms) @@ term_query(l.term)) as known
     ) k
     order by w.place`,
    [words]
  )
}

/** Whether a product knows all terms of one of the lists. */
export async function isInSomeProduct(lists: string[][]): Promise<boolean> {
  if (lists.length === 0) return false
  const [{ isKnown }] = await sql<{ isKnown: boolean }>(
    `select count(*) > 0 as "isKnown" from (
       select from search_documents d
       where array_to_tsvector(d.terms) @@ (
         select string_agg(all_of, ' | ')::tsquery from (
           select '(' || string_agg(term_query(t.term)::text, ' & ') || ')' as all_of
           from jsonb_array_elements($1) l (terms), jsonb_array_elements_text(l.terms) t (term)
           group by l.terms
         ) lists
       ) limit 1
     ) found`,
    [JSON.stringify(lists)]
  )
  return isKnown
}

/** Terms that an unknown word may be a typing error of, the likeliest first. */
export async function guessTerms(word: string): Promise<Guess[]> {
  const term = indexTerm(word)
  const most = allowedErrors(term ?? '')
  if (!term || most === 0) return []
  const rows = await sql<{ term: string; products: number }>(
    `select term, products from search_terms where term = any ($1::text[])
     union all
     (select term, products from search_terms where term % $2 and term !~ ':'
      order by similarity(term, $2) desc, products desc limit 10)`,
    [neighbours(term), term]
  )
  return [...new Map(rows.map((row) => [row.term, row])).values()]
    .map((row) => ({ ...row, errors: editDistance(term, row.term, most) }))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.errors - b.errors || b.products - a.products)
    .slice(0, MOST_GUESSES)
}

/** Terms that a word still being typed may become, itself first, then the most frequent. */
export async function completeTerm(beginning: string): Promise<Guess[]> {
  const rows = await sql<{ term: string; products: number }>(
    `select term, products from search_terms
     where term >= $1::text collate "C" and term < ($1::text || U&'\\FFFF') collate "C" and term !~ ':' or term = $3
     order by term <> $3, products desc, term limit $2`,
    [beginning, MOST_ENDINGS, indexTerm(beginning) ?? beginning]
  )
  return rows.map((row) => ({ ...row, errors: 0 }))
}
