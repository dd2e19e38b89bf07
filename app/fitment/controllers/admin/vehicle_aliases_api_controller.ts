import type { HttpContext } from '@adonisjs/core/http'
import {
  aliasFormValidator,
  namedVehicleValidator,
  vehicleAliasValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { addAlias, removeAlias } from '#app/fitment/vehicles/vehicle_aliases'
import { actingStaff } from '#app/staff/acting_staff'

/** What customers call makes and models, for programs; the make or model lists them. */
export default class VehicleAliasesApiController {
  async store(ctx: HttpContext) {
    const named = await namedVehicleValidator.validate(ctx.params)
    const { alias } = await aliasFormValidator.validate(ctx.request.body())
    await addAlias(named, alias, actingStaff(ctx))
    return ctx.response.noContent()
  }

  async destroy(ctx: HttpContext) {
    const { aliasId, ...named } = await vehicleAliasValidator.validate(ctx.params)
    await removeAlias(named, aliasId, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
