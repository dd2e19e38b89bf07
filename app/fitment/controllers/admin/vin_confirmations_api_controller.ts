import type { HttpContext } from '@adonisjs/core/http'
import { confirmVehicle } from '#app/fitment/vin/confirm_vehicle'
import { confirmedVinValidator } from '#app/fitment/vehicles/staff_vehicle_validators'
import { expectVin } from '#app/fitment/vin/expect_vin'
import { vinConfirmationValidator, vinValidator } from '#app/fitment/vehicles/vehicle_validators'
import { withdrawVehicle } from '#app/fitment/vin/withdraw_vehicle'
import { actingStaff } from '#app/staff/acting_staff'

/** Staff tell which vehicle a VIN belongs to. */
export default class VinConfirmationsApiController {
  async store(ctx: HttpContext) {
    const { vin } = await vinValidator.validate(ctx.params)
    const { vehicleTypeId } = await vinConfirmationValidator.validate(ctx.request.body())
    await confirmVehicle(expectVin(vin).vin, vehicleTypeId, actingStaff(ctx))
    return ctx.response.noContent()
  }

  async destroy(ctx: HttpContext) {
    const { vin, vehicleTypeId } = await confirmedVinValidator.validate(ctx.params)
    await withdrawVehicle(expectVin(vin).vin, vehicleTypeId, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
