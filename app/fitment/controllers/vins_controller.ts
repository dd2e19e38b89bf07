import type { HttpContext } from '@adonisjs/core/http'
import { learnedVehiclesQuery } from '#app/fitment/vin/learned_vehicles_query'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { makeItem, typeDetail } from '#app/fitment/vehicles/vehicle_transformer'
import { vinValidator } from '#app/fitment/vehicles/vehicle_validators'
import { expectVin } from '#app/fitment/vin/expect_vin'
import { sendFresh } from '#app/platform/cache/answer'
import { localeOf } from '#app/platform/http/locale'

/** What a VIN alone tells, and what staff have learned of VINs like it. */
export default class VinsController {
  async show(ctx: HttpContext) {
    const { vin } = await vinValidator.validate(ctx.params)
    const facts = expectVin(vin)
    const locale = localeOf(ctx)
    const [vehicles, learned] = await Promise.all([
      vehicleCatalogue(),
      learnedVehiclesQuery(facts.vin),
    ])
    const make = [...vehicles.makes.values()].find(({ wmis }) => wmis.includes(facts.wmi))
    return sendFresh(ctx, {
      data: {
        ...facts,
        make: make ? makeItem(make, locale) : null,
        vehicles: learned.flatMap(({ typeId, confirmations }) => {
          const type = typeDetail(typeId, vehicles, locale)
          return type ? [{ ...type, confirmations }] : []
        }),
      },
    })
  }
}
