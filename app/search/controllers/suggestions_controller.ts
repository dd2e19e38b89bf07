import type { HttpContext } from '@adonisjs/core/http'
import { taxonomy } from '#app/catalogue/taxonomy'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { suggestValidator } from '#app/search/search_validators'
import { suggestions } from '#app/search/suggestions_transformer'
import { suggestionsQuery } from '#app/search/suggestions_query'

const CACHING = { tags: ['catalogue', 'vehicles', 'words'], ttl: 60 }
const MOST = 8

/** What a query may become while it is typed. */
export default class SuggestionsController {
  async index(ctx: HttpContext) {
    const { q, limit = MOST } = await suggestValidator.validate(ctx.request.qs())
    const locale = localeOf(ctx)
    const key = cacheKey('suggest', { q, limit }, locale)
    return sendCached(ctx, { ...CACHING, key }, async () => {
      const [found, known, vehicles] = await Promise.all([
        suggestionsQuery(q),
        taxonomy(),
        vehicleCatalogue(),
      ])
      return {
        data: suggestions(found, known, vehicles, locale, limit),
        meta: { limit, nextCursor: null, query: q },
      }
    })
  }
}
