import type { HttpContext } from '@adonisjs/core/http'
import { VEHICLE_CACHING } from '#app/fitment/vehicles/vehicle_caching'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { vehiclePage } from '#app/fitment/vehicles/vehicle_page'
import { modelItem } from '#app/fitment/vehicles/vehicle_transformer'
import { vehicleSlugValidator } from '#app/fitment/vehicles/vehicle_validators'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { pagingValidator } from '#app/platform/lists/paging_validator'

/** The models of a make. */
export default class VehicleModelsController {
  async index(ctx: HttpContext) {
    const { slug } = await vehicleSlugValidator.validate(ctx.params)
    const query = await pagingValidator.validate(ctx.request.qs())
    const locale = localeOf(ctx)
    const key = cacheKey('vehicles.models', { slug, ...query }, locale)
    return sendCached(ctx, { ...VEHICLE_CACHING, key }, async () => {
      const vehicles = await vehicleCatalogue()
      const make = vehicles.makeBySlug.get(slug)
      if (!make) throw notFound('make')
      const { page, meta } = vehiclePage(`vehicles.models:${slug}`, vehicles.modelsOf(make), query)
      return { data: page.map((model) => modelItem(model, locale)), meta }
    })
  }
}
