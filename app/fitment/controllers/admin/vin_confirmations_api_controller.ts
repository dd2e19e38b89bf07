import type { HttpContext } from '@adonisjs/core/http'
import { confirmVehicle } from '#app/fitment/vin/confirm_vehicle'
import { expectVin } from '#app/fitment/vin/expect_vin'
import { vinConfirmationValidator, vinValidator } from '#app/fitment/vehicles/vehicle_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** Staff tell which vehicle a VIN belongs to. */
export default class VinConfirmationsApiController {
  async store(ctx: HttpContext) {
    const { vin } = await vinValidator.validate(ctx.params)
    const { vehicleTypeId } = await vinConfirmationValidator.validate(ctx.request.body())
    await confirmVehicle(expectVin(vin).vin, vehicleTypeId, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
