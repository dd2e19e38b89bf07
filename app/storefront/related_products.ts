import { untilChange } from '#app/platform/cache/until_change'
import { sql } from '#app/platform/database/sql'
import { type Listing, LISTING_COLUMNS } from '#app/search/lists/listing_columns'

const SHOWN = 4
/** How many products of a category are at hand to be shown beside the others. */
const CANDIDATES = 40

/**
 * Four other products of the category that cost about the same, nearest first. They come out of 40 that
 * are spread over its prices, of each price range the one that is in stock and most looked at: read once
 * for all products of the category after the catalogue has changed.
 */
export async function relatedProducts({ id, categoryId, price }: Listing): Promise<Listing[]> {
  if (categoryId === null) return []
  const candidates = await candidatesOf(categoryId)
  const distance = (other: Listing) => Math.abs(other.price - price)
  return candidates
    .filter((candidate) => candidate.id !== id)
    .sort((a, b) => distance(a) - distance(b) || a.id - b.id)
    .slice(0, SHOWN)
}

const byCategory = untilChange(['catalogue'], () => new Map<number, Promise<Listing[]>>())

function candidatesOf(categoryId: number): Promise<Listing[]> {
  const candidates = byCategory()
  const known = candidates.get(categoryId)
  if (known) return known
  const read = readCandidates(categoryId)
  candidates.set(categoryId, read)
  read.catch(() => candidates.delete(categoryId))
  return read
}

const readCandidates = (categoryId: number) =>
  sql<Listing>(
    `select ${LISTING_COLUMNS}
     from (
       select distinct on (price_range) product_id
       from (
         select product_id, availability, popularity,
           ntile(${CANDIDATES}) over (order by price, product_id) as price_range
         from product_listings where category_id = $1
       ) ranged
       order by price_range, availability desc, popularity desc, product_id
     ) chosen
     join product_listings l using (product_id)`,
    [categoryId]
  )
