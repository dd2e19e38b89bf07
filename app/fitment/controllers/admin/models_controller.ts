import type { HttpContext } from '@adonisjs/core/http'
import { staffTypesQuery } from '#app/fitment/staff_types_query'
import {
  staffVehicleListValidator,
  vehicleIdValidator,
} from '#app/fitment/staff_vehicle_validators'
import { staffModelQuery } from '#app/fitment/staff_vehicles_query'
import { notFound } from '#app/platform/http/problem'
import { filtersOf } from '#app/platform/lists/filters_of'
import { listAddress } from '#app/platform/lists/list_address'

const LIMIT = 50

/** A model with its types. */
export default class ModelsController {
  async show({ params, request, view }: HttpContext) {
    const { id } = await vehicleIdValidator.validate(params)
    const { cursor } = await filtersOf(staffVehicleListValidator, request.qs())
    const model = await staffModelQuery(id)
    if (!model) throw notFound('model')
    const { page, nextCursor } = await staffTypesQuery(id, LIMIT, cursor)
    const link = listAddress(request.url(), '')
    return view.render('admin/vehicles/model', { model, types: page, nextCursor, cursor, link })
  }
}
