import type { FitmentRule } from '#app/fitment/rules/fitment_rules_query'
import type { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'

/** A rule in a line, as the log tells it: `Renault Clio IV K9K 2012–2019`. */
export function describeRule(rule: FitmentRule, vehicles: VehicleCatalogue): string {
  const words = [
    vehicles.makes.get(rule.makeId)?.name,
    rule.modelId && vehicles.models.get(rule.modelId)?.name,
    rule.engineCode,
    rule.fuel,
    rule.displacementCc && `${rule.displacementCc} cm³`,
    rule.powerKw && `${rule.powerKw} kW`,
    yearsOf(rule),
  ]
  return withPlace(words.filter(Boolean).join(' '), rule)
}

/** A vehicle in a line: `Renault Clio IV 1.5 dCi 90`. */
export function describeVehicle(typeId: number, vehicles: VehicleCatalogue): string {
  const described = vehicles.describe(typeId)
  if (!described) return String(typeId)
  return `${described.make.name} ${described.model.name} ${described.type.name}`
}

/** Where on the car, and under which condition. */
export const withPlace = (words: string, place: { position: string; conditionFr: string }) =>
  [words, place.position, place.conditionFr].filter(Boolean).join(', ')

/** 2012–2019, 2012–, –2019 or nothing. */
export const yearsOf = ({
  yearFrom,
  yearTo,
}: {
  yearFrom: number | null
  yearTo: number | null
}) => (yearFrom || yearTo ? `${yearFrom ?? ''}–${yearTo ?? ''}` : '')
