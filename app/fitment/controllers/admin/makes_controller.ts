import type { HttpContext } from '@adonisjs/core/http'
import { saveVehicleNames, type VehicleConflict } from '#app/fitment/vehicles/save_vehicle_forms'
import {
  staffVehicleListValidator,
  vehicleIdValidator,
  vehicleNamesFormValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { staffMakeQuery, staffModelsQuery } from '#app/fitment/vehicles/staff_vehicles_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { listAddress } from '#app/platform/lists/list_address'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 100

/** A make with its models, and its names. */
export default class MakesController {
  async show(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    return this.#page(ctx, id)
  }

  async update(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const names = await ctx.request.validateUsing(vehicleNamesFormValidator)
    const conflict = await saveVehicleNames({ kind: 'makes', id }, names, actingStaff(ctx))
    if (conflict) return ctx.response.status(409).send(await this.#page(ctx, id, conflict))
    ctx.session.flash('done', { key: 'vehicles.renamed', data: { name: names.name } })
    return ctx.response.seeOther(`/admin/vehicles/makes/${id}`)
  }

  async #page({ request, view }: HttpContext, id: number, conflict?: VehicleConflict) {
    const { cursor } = await filtersOf(staffVehicleListValidator, request.qs())
    const make = await staffMakeQuery(id)
    const { page, nextCursor } = await staffModelsQuery(LIMIT, { makeId: id, cursor })
    const link = listAddress(request.url(), '')
    const shown = { make, conflict, models: page, nextCursor, cursor, link }
    return view.render('admin/vehicles/make', shown)
  }
}
