import type { HttpContext } from '@adonisjs/core/http'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { verdictsQuery } from '#app/fitment/verdicts_query'
import { sendCached, sendFresh } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { type Locale, localeOf } from '#app/platform/http/locale'
import { DEFAULT_LIMIT } from '#app/platform/lists/default_limit'
import { didYouMean } from '#app/search/did_you_mean'
import { searchQuery, type SearchRequest } from '#app/search/search_query'
import { interpretation, nearItem, searchItem } from '#app/search/search_transformer'
import { searchValidator } from '#app/search/search_validators'
import { recordUnmetSearch } from '#app/search/unmet_demand'
import { expectStaff } from '#app/staff/expect_staff'

const CACHING = { tags: ['catalogue', 'vehicles', 'words'], ttl: 20 }

/** Products by words, by references, or by both. */
export default class SearchesController {
  async index(ctx: HttpContext) {
    const {
      explain,
      limit = DEFAULT_LIMIT,
      ...query
    } = await searchValidator.validate(ctx.request.qs())
    const locale = localeOf(ctx)
    const request = { ...query, limit }
    await expectVehicleType(query.vehicle)
    if (explain) await expectStaff(ctx, 'products:read')
    if (explain || query.vehicle || query.cursor) {
      return sendFresh(ctx, await answer(request, locale, explain))
    }
    const key = cacheKey('search', request, locale)
    return sendCached(ctx, { ...CACHING, key }, () => answer(request, locale))
  }
}

async function answer(request: SearchRequest, locale: Locale, explain = false) {
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
