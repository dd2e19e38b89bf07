import type { HttpContext } from '@adonisjs/core/http'
import { staffTypeQuery, staffTypesQuery } from '#app/fitment/vehicles/staff_types_query'
import {
  vehicleIdValidator,
  vehicleTypeInputValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { staffModelQuery } from '#app/fitment/vehicles/staff_vehicles_query'
import { createVehicleType, updateVehicleType } from '#app/fitment/vehicles/write_vehicle_type'
import { ifMatch } from '#app/platform/http/if_match'
import { tellVersion } from '#app/platform/http/tell_version'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'

/** The finest vehicles there are, for programs of staff. Fitments of rules follow what is written. */
export default class TypesApiController {
  async index({ params, request }: HttpContext) {
    const { id } = await vehicleIdValidator.validate(params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const model = await staffModelQuery(id)
    const { page, nextCursor } = await staffTypesQuery(model.id, limit, cursor)
    return { data: page, meta: { limit, nextCursor } }
  }

  async show(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    return answer(ctx, id)
  }

  async store(ctx: HttpContext) {
    const { id: modelId } = await vehicleIdValidator.validate(ctx.params)
    const input = await vehicleTypeInputValidator.validate(ctx.request.body())
    const { id } = await createVehicleType(modelId, input, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/vehicles/types/${id}`)
    return answer(ctx, id)
  }

  async update(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const input = await vehicleTypeInputValidator.validate(ctx.request.body())
    await updateVehicleType(id, input, actingStaff(ctx), ifMatch(ctx))
    return answer(ctx, id)
  }
}

async function answer({ response }: HttpContext, id: number) {
  const type = await staffTypeQuery(id)
  tellVersion(response, type)
  return { data: type }
}
