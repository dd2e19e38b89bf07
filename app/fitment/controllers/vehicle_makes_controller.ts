import type { HttpContext } from '@adonisjs/core/http'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { vehiclePage } from '#app/fitment/vehicles/vehicle_page'
import { makeItem } from '#app/fitment/vehicles/vehicle_transformer'
import { VEHICLE_CACHING } from '#app/fitment/vehicles/vehicle_caching'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { pagingValidator } from '#app/platform/lists/paging_validator'

export default class VehicleMakesController {
  async index(ctx: HttpContext) {
    const query = await pagingValidator.validate(ctx.request.qs())
    const locale = localeOf(ctx)
    const key = cacheKey('vehicles.makes', query, locale)
    return sendCached(ctx, { ...VEHICLE_CACHING, key }, async () => {
      const { makes } = await vehicleCatalogue()
      const { page, meta } = vehiclePage('vehicles.makes', [...makes.values()], query)
      return { data: page.map((make) => makeItem(make, locale)), meta }
    })
  }
}
