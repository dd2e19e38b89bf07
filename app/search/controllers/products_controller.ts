import type { HttpContext } from '@adonisjs/core/http'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { sendCached, sendFresh } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { hasHits } from '#app/search/has_hits'
import { LISTING_CACHING } from '#app/search/lists/listing_caching'
import { productListValidator } from '#app/search/lists/product_filters'
import { productListAnswer } from '#app/search/lists/product_list_answer'

/** Lists of products. */
export default class ProductsController {
  async index(ctx: HttpContext) {
    const query = await productListValidator.validate(ctx.request.qs())
    await expectVehicleType(query.vehicle)
    const locale = localeOf(ctx)
    const answer = () => productListAnswer(query, locale)
    // Whether a part fits somebody's car is never inside an answer that is kept for all.
    if (query.cursor || query.vehicle) return sendFresh(ctx, await answer())
    const key = cacheKey('products', query, locale)
    const caching = { ...LISTING_CACHING, key, isKept: query.q ? hasHits : undefined }
    return sendCached(ctx, caching, answer)
  }
}
