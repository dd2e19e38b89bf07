import { taxonomy } from '#app/catalogue/taxonomy'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { sql } from '#app/platform/database/sql'
import { foldWords } from '#app/platform/text/fold_words'
import { findByPrefix } from '#app/references/find_numbers'
import { normaliseNumber } from '#app/references/normalise'
import { searchEngine } from '#app/search/engine/current_engine'
import type { Matches } from '#app/search/engine/search_engine'
import { LISTING_COLUMNS, type Listing } from '#app/search/lists/listing_columns'
import { knownNames } from '#app/search/known_names'
import { understand } from '#app/search/understanding/understand'
import type { Understood } from '#app/search/understanding/understood'

export type SuggestedProduct = Listing & { number: string | null }

export type Suggestions = {
  products: SuggestedProduct[]
  categoryIds: number[]
  brandIds: number[]
  modelIds: number[]
}

const MOST_PRODUCTS = 5
const CANDIDATES = 15
/** Which share of the words a product must know, to be suggested and to count as one that has all. */
const MOSTLY = 0.6
const WHOLE = 0.999

/** What the beginning of a query may become: names from memory, products by number or by words. */
export async function suggestionsQuery(q: string): Promise<Suggestions> {
  const [known, vehicles, products] = await Promise.all([
    taxonomy(),
    vehicleCatalogue(),
    suggestProducts(q),
  ])
  return { products, ...knownNames(known, vehicles).beginning(foldWords(q)) }
}

async function suggestProducts(q: string): Promise<SuggestedProduct[]> {
  const norm = normaliseNumber(q)
  const byNumber = /\d/.test(norm) ? await findByPrefix([norm], MOST_PRODUCTS) : []
  if (byNumber.length > 0) {
    const numbers = new Map(byNumber.map(({ productId, number }) => [productId, number]))
    const rows = await listings([...numbers.keys()])
    return rows.map((row) => ({ ...row, number: numbers.get(row.id)! }))
  }
  return suggestByWords(await understand(q, { typing: true }))
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
