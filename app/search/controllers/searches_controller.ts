import type { HttpContext } from '@adonisjs/core/http'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { sendCached, sendFresh } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { ROWS } from '#app/platform/lists/rows'
import { hasHits } from '#app/search/has_hits'
import { searchAnswer } from '#app/search/search_answer'
import { searchValidator } from '#app/search/search_validators'
import { expectStaff } from '#app/staff/expect_staff'

const CACHING = { tags: ['catalogue', 'vehicles', 'words'], ttl: 20 }

/** Products by words, by references, or by both. */
export default class SearchesController {
  async index(ctx: HttpContext) {
    const { explain, ...query } = await searchValidator.validate(ctx.request.qs())
    const request = { ...query, limit: query.limit ?? ROWS }
    const locale = localeOf(ctx)
    await expectVehicleType(query.vehicle)
    if (explain) await expectStaff(ctx, 'products:read')
    const answer = () => searchAnswer(request, locale, explain)
    if (explain || query.vehicle || query.cursor) return sendFresh(ctx, await answer())
    const key = cacheKey('search', request, locale)
    return sendCached(ctx, { ...CACHING, key, isKept: hasHits }, answer)
  }
}
