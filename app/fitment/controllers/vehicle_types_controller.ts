import type { HttpContext } from '@adonisjs/core/http'
import { VEHICLE_CACHING } from '#app/fitment/vehicles/vehicle_caching'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { vehiclePage } from '#app/fitment/vehicles/vehicle_page'
import { typeDetail, typeItem } from '#app/fitment/vehicles/vehicle_transformer'
import {
  vehicleSlugValidator,
  vehicleTypeValidator,
} from '#app/fitment/vehicles/vehicle_validators'
import { sendCached } from '#app/platform/cache/answer'
import { cacheKey } from '#app/platform/http/cache_key'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { pagingValidator } from '#app/platform/lists/paging_validator'

/** The types of a model. */
export default class VehicleTypesController {
  async index(ctx: HttpContext) {
    const { slug } = await vehicleSlugValidator.validate(ctx.params)
    const query = await pagingValidator.validate(ctx.request.qs())
    const key = cacheKey('vehicles.types', { slug, ...query }, '-')
    return sendCached(ctx, { ...VEHICLE_CACHING, key }, async () => {
      const vehicles = await vehicleCatalogue()
      const model = vehicles.modelBySlug.get(slug)
      if (!model) throw notFound('model')
      const { page, meta } = vehiclePage(`vehicles.types:${slug}`, vehicles.typesOf(model), query)
      return { data: page.map(typeItem), meta }
    })
  }

  async show(ctx: HttpContext) {
    const { id } = await vehicleTypeValidator.validate(ctx.params)
    const locale = localeOf(ctx)
    const key = cacheKey('vehicles.type', { id }, locale)
    return sendCached(ctx, { ...VEHICLE_CACHING, key }, async () => {
      const data = typeDetail(id, await vehicleCatalogue(), locale)
      if (!data) throw notFound('vehicle type')
      return { data }
    })
  }
}
