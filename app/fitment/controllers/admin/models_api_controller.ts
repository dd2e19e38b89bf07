import type { HttpContext } from '@adonisjs/core/http'
import { renameVehicle } from '#app/fitment/vehicles/rename_vehicle'
import { staffModel } from '#app/fitment/vehicles/staff_vehicle_transformer'
import {
  staffModelListValidator,
  vehicleIdValidator,
  vehicleNamesValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { staffModelQuery, staffModelsQuery } from '#app/fitment/vehicles/staff_vehicles_query'
import { ifMatch } from '#app/platform/http/if_match'
import { tellVersion } from '#app/platform/http/tell_version'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

/** Models, for programs of staff. */
export default class ModelsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, make, ...query } = await staffModelListValidator.validate(request.qs())
    const { page, nextCursor } = await staffModelsQuery(limit, { ...query, makeId: make })
    return { data: page.map(staffModel), meta: { limit, nextCursor } }
  }

  async show(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    return answer(ctx, id)
  }

  async update(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const names = await vehicleNamesValidator.validate(ctx.request.body())
    await renameVehicle({ kind: 'models', id }, names, actingStaff(ctx), ifMatch(ctx))
    return answer(ctx, id)
  }
}

async function answer({ response }: HttpContext, id: number) {
  const model = await staffModelQuery(id)
  tellVersion(response, model)
  return { data: staffModel(model) }
}
