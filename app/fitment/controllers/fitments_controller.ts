import type { HttpContext } from '@adonisjs/core/http'
import { publicFitment } from '#app/fitment/fitment_transformer'
import { fitmentsQuery } from '#app/fitment/fitments_query'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { vehicleSlugValidator } from '#app/fitment/vehicles/vehicle_validators'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'

/** The vehicles that a product fits. */
export default class FitmentsController {
  async index(ctx: HttpContext) {
    const { slug } = await vehicleSlugValidator.validate(ctx.params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(ctx.request.qs())
    const locale = localeOf(ctx)
    const key = cacheKey('fitments', { slug, limit, cursor }, locale)
    return sendCached(ctx, { key, tags: ['catalogue', 'vehicles'], ttl: 60 }, async () => {
      const [found, vehicles] = await Promise.all([
        fitmentsQuery(slug, limit, cursor),
        vehicleCatalogue(),
      ])
      if (!found) throw notFound('product')
      return {
        data: found.page.map((row) => publicFitment(row, vehicles, locale)),
        meta: { limit, nextCursor: found.nextCursor },
      }
    })
  }
}
