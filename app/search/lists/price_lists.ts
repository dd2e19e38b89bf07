import { loadedUntilChange } from '#app/platform/cache/until_change'
import { sql } from '#app/platform/database/sql'
import type { FacetCount } from '#app/search/lists/facets_query'
import { ON_HAND } from '#app/search/lists/listing_conditions'
import type { ProductFilters } from '#app/search/lists/product_filters'

/** The prices, ascending, of the published products that have all of this in common. */
type PriceList = { categoryId: number; availability: number; quality: string; prices: number[] }

/** The filters that price lists can answer. */
const ANSWERED = new Set(['category', 'price', 'availability', 'quality'])

export const canCountByPrice = (filters: string[]) => filters.every((name) => ANSWERED.has(name))

/**
 * How many products each category has at these prices, availabilities and qualities: what the
 * category facet shows beside a chosen category. From rows that is a pass over the whole shop; two
 * binary searches in each list give the same counts. Filters that `canCountByPrice` does not know
 * are not looked at.
 */
export async function countByCategory(filters: ProductFilters): Promise<FacetCount[]> {
  const { priceMin = 0, priceMax = Infinity } = filters
  const counts = new Map<number, number>()
  const lists = await priceLists()
  for (const { categoryId, prices } of lists.filter((list) => fits(list, filters))) {
    const count = countUpTo(prices, priceMax) - countUpTo(prices, priceMin - 1)
    if (count > 0) counts.set(categoryId, (counts.get(categoryId) ?? 0) + count)
  }
  return [...counts].map(([id, count]) => ({ kind: 'category', value: String(id), count }))
}

function fits({ availability, quality }: PriceList, filters: ProductFilters): boolean {
  if (filters.inStock !== undefined && filters.inStock !== availability >= ON_HAND) return false
  return !filters.quality || filters.quality.includes(quality)
}

/** How many of the ascending whole `prices` are not above `limit`. */
function countUpTo(prices: number[], limit: number): number {
  let low = 0
  let high = prices.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (prices[middle] <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** 100,000 products are read in 0.1 s. */
const priceLists = loadedUntilChange(['catalogue'], () =>
  sql<PriceList>(
    `select category_id as "categoryId", availability, quality, json_agg(price order by price) as prices
     from product_listings where category_id is not null group by 1, 2, 3`
  )
)
