import type { HttpContext } from '@adonisjs/core/http'
import { saveVehicleNames, type VehicleConflict } from '#app/fitment/vehicles/save_vehicle_forms'
import { staffTypesQuery } from '#app/fitment/vehicles/staff_types_query'
import {
  staffVehicleListValidator,
  vehicleIdValidator,
  vehicleNamesFormValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { staffModelQuery } from '#app/fitment/vehicles/staff_vehicles_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { listAddress } from '#app/platform/lists/list_address'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** A model with its types, and its names. */
export default class ModelsController {
  async show(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    return this.#page(ctx, id)
  }

  async update(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const names = await ctx.request.validateUsing(vehicleNamesFormValidator)
    const conflict = await saveVehicleNames({ kind: 'models', id }, names, actingStaff(ctx))
    if (conflict) return ctx.response.status(409).send(await this.#page(ctx, id, conflict))
    ctx.session.flash('done', { key: 'vehicles.renamed', data: { name: names.name } })
    return ctx.response.seeOther(`/admin/vehicles/models/${id}`)
  }

  async #page({ request, view }: HttpContext, id: number, conflict?: VehicleConflict) {
    const { cursor } = await filtersOf(staffVehicleListValidator, request.qs())
    const model = await staffModelQuery(id)
    const { page, nextCursor } = await staffTypesQuery(id, LIMIT, cursor)
    const link = listAddress(request.url(), '')
    const shown = { model, conflict, types: page, nextCursor, cursor, link }
    return view.render('admin/vehicles/model', shown)
  }
}
