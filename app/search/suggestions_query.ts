import { taxonomy } from '#app/catalogue/taxonomy'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { sql } from '#app/platform/database/sql'
import { foldWords } from '#app/platform/text/fold_words'
import { findByPrefix, type NumberMatch } from '#app/references/find_numbers'
import { normaliseNumber } from '#app/references/normalise'
import { searchEngine } from '#app/search/engine/current_engine'
import type { Matches } from '#app/search/engine/search_engine'
import { LISTING_COLUMNS, type Listing } from '#app/search/lists/listing_columns'
import { knownNames } from '#app/search/known_names'
import { lexicon } from '#app/search/understanding/current_lexicon'
import type { Lexicon } from '#app/search/understanding/lexicon'
import { strangeNumbers } from '#app/search/understanding/spoken_numbers'
import { understand } from '#app/search/understanding/understand'
import type { Understood } from '#app/search/understanding/understood'
import { wordsOf } from '#app/search/understanding/words'

type SuggestedProduct = Listing & { number: string | null }

export type Suggestions = {
  products: SuggestedProduct[]
  categoryIds: number[]
  brandIds: number[]
  modelIds: number[]
}

const MOST_PRODUCTS = 5
const MOST_CATEGORIES = 2
/** What is shorter begins too many words. */
const SHORTEST_BEGINNING = 3
const CANDIDATES = 15
/** Which share of the words a product must know, to be suggested and to count as one that has all. */
const MOSTLY = 0.6
const WHOLE = 0.999

/** What the beginning of a query may become: names from memory, products by number or by words. */
export async function suggestionsQuery(q: string): Promise<Suggestions> {
  const [known, vehicles, words, products] = await Promise.all([
    taxonomy(),
    vehicleCatalogue(),
    lexicon(),
    suggestProducts(q),
  ])
  const names = knownNames(known, vehicles).beginning(foldWords(q))
  const categoryIds = [...new Set([...names.categoryIds, ...partsBeginning(q, words)])]
  return { products, ...names, categoryIds: categoryIds.slice(0, MOST_CATEGORIES) }
}

/** The likeliest categories of the parts that are called so in any language. */
function partsBeginning(q: string, words: Lexicon): number[] {
  const asked = wordsOf(q)
  if (asked.join('').length < SHORTEST_BEGINNING) return []
  return words
    .findBeginning(asked)
    .flatMap((meaning) => (meaning.kind === 'part' ? meaning.categoryIds.slice(0, 1) : []))
}

async function suggestProducts(q: string): Promise<SuggestedProduct[]> {
  const byNumber = await beginningSo(q)
  if (byNumber.length > 0) {
    const numbers = new Map(byNumber.map(({ productId, number }) => [productId, number]))
    const rows = await listings([...numbers.keys()])
    return rows.map((row) => ({ ...row, number: numbers.get(row.id)! }))
  }
  return suggestByWords(await understand(q, { typing: true }))
}

/** Who carries a number that begins like all of it, or like the number that stands among its words. */
async function beginningSo(q: string): Promise<NumberMatch[]> {
  const norm = normaliseNumber(q)
  if (!/\d/.test(norm)) return []
  const whole = await findByPrefix([norm], MOST_PRODUCTS)
  if (whole.length > 0) return whole
  const spans = await strangeNumbers(q, await lexicon())
  return findByPrefix(
    spans.map((span) => span.norm).filter((each) => each !== norm),
    MOST_PRODUCTS
  )
}

/** A glance tells most of the time. Where it was cut before it saw a product that has all words, a whole search does. */
async function suggestByWords(understood: Understood): Promise<SuggestedProduct[]> {
  const glanced = await best(await searchEngine().glance(understood))
  const isEnough = glanced.some(({ coverage, isCut }) => coverage > WHOLE || !isCut)
  if (isEnough) return suggested(glanced)
  return suggested(await best(await searchEngine().matches(understood, { most: CANDIDATES })))
}

type Candidate = Listing & { coverage: number; isCut: boolean }

/** One product of each name: two that read the same help nobody who is typing. */
function suggested(rows: Candidate[]): SuggestedProduct[] {
  const names = rows.map(({ nameFr }) => nameFr)
  const firsts = rows.filter(({ nameFr }, place) => names.indexOf(nameFr) === place)
  return firsts
    .slice(0, MOST_PRODUCTS)
    .map(({ coverage, isCut, ...listing }) => ({ ...listing, number: null }))
}

async function best(matches: Matches | undefined): Promise<Candidate[]> {
  if (!matches) return []
  return sql<Candidate>(
    `select ${LISTING_COLUMNS}, s.coverage, s.is_cut as "isCut"
     from (
       select * from (${matches.sql}) scored
       where coverage > ${MOSTLY} order by score desc, product_id limit ${CANDIDATES}
     ) s join product_listings l using (product_id)
     order by s.score * (1 + availability_bonus(l.availability) + popularity_bonus(l.popularity)) desc, id
     limit ${2 * MOST_PRODUCTS}`,
    matches.values
  )
}

function listings(ids: number[]): Promise<Listing[]> {
  return sql<Listing>(
    `select ${LISTING_COLUMNS} from unnest($1::int[]) with ordinality wanted (id, place)
     join product_listings l on l.product_id = wanted.id order by place`,
    [ids]
  )
}
