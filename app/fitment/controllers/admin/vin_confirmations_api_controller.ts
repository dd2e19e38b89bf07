import type { HttpContext } from '@adonisjs/core/http'
import { confirmVehicle } from '#app/fitment/confirm_vehicle'
import { expectVin } from '#app/fitment/expect_vin'
import { vinConfirmationValidator, vinValidator } from '#app/fitment/vehicle_validators'

/** Staff tell which vehicle a VIN belongs to. */
export default class VinConfirmationsApiController {
  async store({ params, request, response, auth }: HttpContext) {
    const { vin } = await vinValidator.validate(params)
    const { vehicleTypeId } = await vinConfirmationValidator.validate(request.body())
    const member = auth.use('staffApi').getUserOrFail()
    await confirmVehicle(expectVin(vin).vin, vehicleTypeId, member.actor)
    return response.noContent()
  }
}
