import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { verdictsQuery } from '#app/fitment/verdicts_query'
import type { Locale } from '#app/platform/http/locale'
import { didYouMean } from '#app/search/did_you_mean'
import { searchQuery, type SearchRequest } from '#app/search/search_query'
import { interpretation, nearItem, searchItem } from '#app/search/search_transformer'
import { recordUnmetSearch } from '#app/search/unmet_demand'

/**
 * What a search found, with how it was understood; what it looked for in vain is kept.
 * @param explain whether each hit says what it was found by
 */
export async function searchAnswer(request: SearchRequest, locale: Locale, explain = false) {
  const [result, vehicles] = await Promise.all([searchQuery(request), vehicleCatalogue()])
  const { hits, near, nextCursor, taxonomy, understood } = result
  if (hits.length === 0 && !request.cursor) await recordUnmetSearch(request.q, request.vehicle)
  const verdicts =
    request.vehicle === undefined
      ? undefined
      : await verdictsQuery(
          [...hits, ...near].map(({ id }) => id),
          request.vehicle
        )
  const context = { locale, vehicles, verdicts, explain }
  return {
    data: hits.map((hit) => searchItem(hit, taxonomy, context)),
    meta: {
      limit: request.limit,
      nextCursor,
      query: request.q,
      didYouMean: didYouMean(understood, hits),
      near: near.map((product) => nearItem(product, taxonomy, context)),
      interpretedAs: interpretation(result, context),
    },
  }
}
