import type { HttpContext } from '@adonisjs/core/http'
import { directFitmentValidator } from '#app/fitment/fitment_validators'
import { removeVehicle } from '#app/fitment/rules/remove_fitment'
import { actingStaff } from '#app/staff/acting_staff'

/** Vehicles that a product fits because that was said of them outright. */
export default class DirectFitmentsController {
  async destroy(ctx: HttpContext) {
    const { id, vehicleTypeId } = await directFitmentValidator.validate(ctx.params)
    const { vehicle, stillFits } = await removeVehicle(id, vehicleTypeId, actingStaff(ctx))
    const key = stillFits ? 'fitments.vehicle_kept' : 'fitments.vehicle_removed'
    ctx.session.flash('done', { key, data: { vehicle } })
    return ctx.response.seeOther(`/admin/products/${id}/fitments`)
  }
}
