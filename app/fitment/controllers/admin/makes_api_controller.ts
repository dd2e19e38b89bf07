import type { HttpContext } from '@adonisjs/core/http'
import { renameVehicle } from '#app/fitment/vehicles/rename_vehicle'
import {
  staffVehicleListValidator,
  vehicleIdValidator,
  vehicleNamesValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { staffMakeQuery, staffMakesQuery } from '#app/fitment/vehicles/staff_vehicles_query'
import { ifMatch } from '#app/platform/http/if_match'
import { tellVersion } from '#app/platform/http/tell_version'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

/** Makes, for programs of staff. */
export default class MakesApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, ...query } = await staffVehicleListValidator.validate(request.qs())
    const { page, nextCursor } = await staffMakesQuery(limit, query)
    return { data: page, meta: { limit, nextCursor } }
  }

  async show(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    return answer(ctx, id)
  }

  async update(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const names = await vehicleNamesValidator.validate(ctx.request.body())
    await renameVehicle({ kind: 'makes', id }, names, actingStaff(ctx), ifMatch(ctx))
    return answer(ctx, id)
  }
}

async function answer({ response }: HttpContext, id: number) {
  const make = await staffMakeQuery(id)
  tellVersion(response, make)
  return { data: make }
}
