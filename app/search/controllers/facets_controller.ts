import type { HttpContext } from '@adonisjs/core/http'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { facetsQuery } from '#app/search/lists/facets_query'
import { facets } from '#app/search/lists/facets_transformer'
import { LISTING_CACHING } from '#app/search/lists/listing_caching'
import { productFacetsValidator } from '#app/search/lists/product_filters'

/** What lists of products can be narrowed down by. */
export default class FacetsController {
  async index(ctx: HttpContext) {
    const query = await productFacetsValidator.validate(ctx.request.qs())
    await expectVehicleType(query.vehicle)
    const locale = localeOf(ctx)
    const key = cacheKey('facets', query, locale)
    return sendCached(ctx, { ...LISTING_CACHING, key }, async () => ({
      data: facets(await facetsQuery(query), query, locale),
    }))
  }
}
