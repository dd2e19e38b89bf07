import { taxonomy } from '#app/catalogue/taxonomy'
import { vehicleCatalogue } from '#app/fitment/vehicle_catalogue'
import { sql } from '#app/platform/database/sql'
import { foldWords } from '#app/platform/text/fold_words'
import { findByPrefix } from '#app/references/find_numbers'
import { normaliseNumber } from '#app/references/normalise'
import { searchEngine } from '#app/search/engine/current_engine'
import { LISTING_COLUMNS, type Listing } from '#app/search/listing_columns'
import { knownNames } from '#app/search/known_names'
import { understand } from '#app/search/understanding/understand'

export type SuggestedProduct = Listing & { number: string | null }

export type Suggestions = {
  products: SuggestedProduct[]
  categoryIds: number[]
  brandIds: number[]
  modelIds: number[]
}

const MOST_PRODUCTS = 5
const CANDIDATES = 50

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
  const byNumber = /\d/.test(norm) ? await findByPrefix(norm, MOST_PRODUCTS) : []
  if (byNumber.length > 0) {
    const numbers = new Map(byNumber.map(({ productId, number }) => [productId, number]))
    const rows = await listings([...numbers.keys()])
    return rows.map((row) => ({ ...row, number: numbers.get(row.id)! }))
  }
  const matches = await searchEngine().matches(await understand(q, { typing: true }), {
    most: CANDIDATES,
  })
  if (!matches) return []
  const rows = await sql<Listing>(
    `select ${LISTING_COLUMNS} from (
       select product_id, score from (${matches.sql}) scored
       where coverage > 0.6 order by score desc, product_id limit ${CANDIDATES}
     ) s join product_listings l using (product_id)
     order by s.score * (1 + l.availability * 0.04 + least(0.1, ln(1 + l.popularity) * 0.01)) desc, id
     limit ${MOST_PRODUCTS}`,
    matches.values
  )
  return rows.map((row) => ({ ...row, number: null }))
}

function listings(ids: number[]): Promise<Listing[]> {
  return sql<Listing>(
    `select ${LISTING_COLUMNS} from unnest($1::int[]) with ordinality wanted (id, place)
     join product_listings l on l.product_id = wanted.id order by place`,
    [ids]
  )
}
