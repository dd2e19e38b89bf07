import { verdictsQuery } from '#app/fitment/verdicts_query'
import type { Locale } from '#app/platform/http/locale'
import { ROWS } from '#app/platform/lists/rows'
import { listItem } from '#app/search/lists/listing_transformer'
import type { ProductListQuery } from '#app/search/lists/product_filters'
import { productListQuery } from '#app/search/lists/product_list_query'
import { recordUnmetSearch } from '#app/search/unmet_demand'

/** A page of a list; what was looked for by words alone in vain is kept. */
export async function productListAnswer(query: ProductListQuery, locale: Locale) {
  const { rows, nextCursor, taxonomy } = await productListQuery(query)
  if (rows.length === 0 && asksForWordsAlone(query)) {
    await recordUnmetSearch(query.q, query.vehicle)
  }
  const ids = rows.map(({ id }) => id)
  const verdicts = query.vehicle ? await verdictsQuery(ids, query.vehicle) : undefined
  return {
    data: rows.map((row) => listItem(row, taxonomy, locale, verdicts?.get(row.id))),
    meta: { limit: query.limit ?? ROWS, nextCursor },
  }
}

const NARROWS_NOTHING = new Set(['q', 'vehicle', 'sortBy', 'sortOrder', 'limit'])

/** What further filters leave nothing of is not missing in the shop. */
const asksForWordsAlone = (query: ProductListQuery): query is ProductListQuery & { q: string } =>
  query.q !== undefined &&
  Object.entries(query).every(([name, value]) => value === undefined || NARROWS_NOTHING.has(name))
