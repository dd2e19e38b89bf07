import type { HttpContext } from '@adonisjs/core/http'
import {
  staffVehicleListValidator,
  vehicleIdValidator,
} from '#app/fitment/staff_vehicle_validators'
import { staffMakeQuery, staffModelsQuery } from '#app/fitment/staff_vehicles_query'
import { notFound } from '#app/platform/http/problem'
import { filtersOf } from '#app/platform/lists/filters_of'
import { listAddress } from '#app/platform/lists/list_address'

const LIMIT = 100

/** A make with its models. */
export default class MakesController {
  async show({ params, request, view }: HttpContext) {
    const { id } = await vehicleIdValidator.validate(params)
    const { cursor } = await filtersOf(staffVehicleListValidator, request.qs())
    const make = await staffMakeQuery(id)
    if (!make) throw notFound('make')
    const { page, nextCursor } = await staffModelsQuery(LIMIT, { makeId: id, cursor })
    const link = listAddress(request.url(), '')
    return view.render('admin/vehicles/make', { make, models: page, nextCursor, cursor, link })
  }
}
