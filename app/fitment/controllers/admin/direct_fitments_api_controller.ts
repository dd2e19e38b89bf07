import type { HttpContext } from '@adonisjs/core/http'
import { directFitmentValidator } from '#app/fitment/fitment_validators'
import { removeVehicle } from '#app/fitment/rules/remove_fitment'
import { actingStaff } from '#app/staff/acting_staff'

/** Vehicles that a product fits because that was said of them outright. */
export default class DirectFitmentsApiController {
  async destroy(ctx: HttpContext) {
    const { id, vehicleTypeId } = await directFitmentValidator.validate(ctx.params)
    await removeVehicle(id, vehicleTypeId, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
