import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { makeItem, typeDetail } from '#app/fitment/vehicles/vehicle_transformer'
import { learnedVehiclesQuery } from '#app/fitment/vin/learned_vehicles_query'
import type { VinFacts } from '#app/fitment/vin/vin'
import type { Locale } from '#app/platform/http/locale'

/** What a VIN alone tells, whose it is, and what staff have learned of VINs like it. */
export async function vinKnowledge(facts: VinFacts, locale: Locale) {
  const [vehicles, learned] = await Promise.all([
    vehicleCatalogue(),
    learnedVehiclesQuery(facts.vin),
  ])
  const make = [...vehicles.makes.values()].find(({ wmis }) => wmis.includes(facts.wmi))
  return {
    ...facts,
    make: make ? makeItem(make, locale) : null,
    vehicles: learned.flatMap(({ typeId, confirmations }) => {
      const type = typeDetail(typeId, vehicles, locale)
      return type ? [{ ...type, confirmations }] : []
    }),
  }
}
