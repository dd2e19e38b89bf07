import { untilChange } from '#app/platform/cache/until_change'
import { sql } from '#app/platform/database/sql'
import { allowedErrors, editDistance } from '#app/platform/text/edit_distance'
import { neighbours } from '#app/platform/text/neighbours'
import { indexTerm } from '#app/search/index/index_term'
import { hasSameFigures } from '#app/search/understanding/number_like'

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
export type Guess = { term: string; products: number; errors: number }

const MOST_GUESSES = 3
const MOST_ENDINGS = 6
/** Nobody's word is longer, and so many spellings are near a long one. */
const LONGEST_GUESSED = 24
/** A query of more strange words is none that guessing would save. */
const MOST_GUESSED = 8
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

/** Terms that unknown words may be typing errors of, the likeliest first. One statement for all of them. */
export async function guessTerms(words: string[]): Promise<Map<string, Guess[]>> {
  const asked = words.flatMap((word) => {
    const term = indexTerm(word) ?? ''
    return allowedErrors(term) > 0 && term.length <= LONGEST_GUESSED ? [{ word, term }] : []
  })
  const rows = await readSimilar([...new Set(asked.map(({ term }) => term))].slice(0, MOST_GUESSED))
  const similar = Map.groupBy(rows, ({ asked: term }) => term)
  return new Map(asked.map(({ word, term }) => [word, guessesOf(term, similar.get(term) ?? [])]))
}

function guessesOf(asked: string, similar: { term: string; products: number }[]): Guess[] {
  const most = allowedErrors(asked)
  return [...new Map(similar.map((row) => [row.term, row])).values()]
    .filter(({ term }) => hasSameFigures(asked, term))
    .map(({ term, products }) => ({ term, products, errors: editDistance(asked, term, most) }))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.errors - b.errors || b.products - a.products)
    .slice(0, MOST_GUESSES)
}

async function readSimilar(terms: string[]) {
  if (terms.length === 0) return []
  const asked = terms.map((term) => ({ term, spellings: neighbours(term) }))
  return sql<{ asked: string; term: string; products: number }>(
    `select w.term as asked, s.term, s.products
     from jsonb_to_recordset($1) w (term text, spellings jsonb)
     cross join lateral (
       select term, products from search_terms
       where term = any (array(select jsonb_array_elements_text(w.spellings)))
       union all
       (select term, products from search_terms where term % w.term and term !~ ':'
        order by similarity(term, w.term) desc, products desc limit 10)
     ) s`,
    [JSON.stringify(asked)]
  )
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
