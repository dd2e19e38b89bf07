import type { HttpContext } from '@adonisjs/core/http'
import {
  confirmedVinValidator,
  staffVinValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { vehicleChoice } from '#app/fitment/vehicles/vehicle_choice'
import { confirmVehicle } from '#app/fitment/vin/confirm_vehicle'
import { expectVin } from '#app/fitment/vin/expect_vin'
import { readVin } from '#app/fitment/vin/vin'
import { vinKnowledge } from '#app/fitment/vin/vin_knowledge'
import { withdrawVehicle } from '#app/fitment/vin/withdraw_vehicle'
import type { Locale } from '#app/platform/http/locale'
import { filtersOf } from '#app/platform/lists/filters_of'
import { actingStaff } from '#app/staff/acting_staff'

/** What a VIN tells, and which vehicle staff have found it to be. */
export default class VinsController {
  async show({ request, view, i18n }: HttpContext) {
    const { vin = '', ...chosen } = await filtersOf(staffVinValidator, request.qs())
    const facts = readVin(vin, new Date().getFullYear())
    const locale = i18n.locale as Locale
    const known = facts && (await vinKnowledge(facts, locale))
    const make = chosen.make ?? known?.make?.slug
    return view.render('admin/vehicles/vin', {
      ...{ vin, known },
      choice: vehicleChoice({ ...chosen, make }, await vehicleCatalogue(), locale),
    })
  }

  async store(ctx: HttpContext) {
    const { vin, vehicleTypeId } = await confirmedVinValidator.validate(ctx.params)
    await confirmVehicle(expectVin(vin).vin, vehicleTypeId, actingStaff(ctx))
    return backTo(ctx, vin, 'vehicles.vin_confirmed')
  }

  async destroy(ctx: HttpContext) {
    const { vin, vehicleTypeId } = await confirmedVinValidator.validate(ctx.params)
    await withdrawVehicle(expectVin(vin).vin, vehicleTypeId, actingStaff(ctx))
    return backTo(ctx, vin, 'vehicles.vin_withdrawn')
  }
}

function backTo({ session, response }: HttpContext, vin: string, key: string) {
  session.flash('done', { key, data: {} })
  return response.seeOther(`/admin/vehicles/vins?${new URLSearchParams({ vin })}`)
}
