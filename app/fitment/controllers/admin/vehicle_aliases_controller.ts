import type { HttpContext } from '@adonisjs/core/http'
import {
  aliasFormValidator,
  namedVehicleValidator,
  vehicleAliasValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { addAlias, removeAlias } from '#app/fitment/vehicles/vehicle_aliases'
import { actingStaff } from '#app/staff/acting_staff'

/** What customers call makes and models. */
export default class VehicleAliasesController {
  async store(ctx: HttpContext) {
    const named = await namedVehicleValidator.validate(ctx.params)
    const { alias } = await ctx.request.validateUsing(aliasFormValidator)
    await addAlias(named, alias, actingStaff(ctx))
    ctx.session.flash('done', { key: 'vehicles.alias_added', data: { alias } })
    return ctx.response.seeOther(`/admin/vehicles/${named.kind}/${named.id}`)
  }

  async destroy(ctx: HttpContext) {
    const { aliasId, ...named } = await vehicleAliasValidator.validate(ctx.params)
    const alias = await removeAlias(named, aliasId, actingStaff(ctx))
    ctx.session.flash('done', { key: 'vehicles.alias_removed', data: { alias } })
    return ctx.response.seeOther(`/admin/vehicles/${named.kind}/${named.id}`)
  }
}
