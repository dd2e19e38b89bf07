import type { HttpContext } from '@adonisjs/core/http'
import { staffVehicleListValidator } from '#app/fitment/vehicles/staff_vehicle_validators'
import { staffMakesQuery, staffModelsQuery } from '#app/fitment/vehicles/staff_vehicles_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { listAddress } from '#app/platform/lists/list_address'

const LIMIT = 100

/** Makes by name; a search finds models too. */
export default class VehiclesController {
  async index({ request, view }: HttpContext) {
    const { q, cursor } = await filtersOf(staffVehicleListValidator, request.qs())
    const link = listAddress(request.url(), request.parsedUrl.query ?? '')
    if (!q) {
      const { page, nextCursor } = await staffMakesQuery(LIMIT, { cursor })
      return view.render('admin/vehicles/index', {
        makes: page,
        models: [],
        nextCursor,
        cursor,
        link,
      })
    }
    const [makes, { page: models, nextCursor }] = [
      cursor ? { page: [] } : await staffMakesQuery(LIMIT, { q }),
      await staffModelsQuery(LIMIT, { q, cursor }),
    ]
    const found = { makes: makes.page, models, nextCursor }
    return view.render('admin/vehicles/index', { ...found, q, cursor, link })
  }
}
