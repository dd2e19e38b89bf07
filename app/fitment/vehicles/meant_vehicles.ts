import type { FitmentInput } from '#app/fitment/fitment_validators'
import type {
  Make,
  Model,
  VehicleCatalogue,
  VehicleType,
} from '#app/fitment/vehicles/vehicle_catalogue'
import { invalid } from '#app/platform/http/invalid'
import { normaliseNumber } from '#app/references/normalise'

export type MeantVehicles = { make: Make; model?: Model; type?: VehicleType }

/** The make, model and type that a fitment names. Throws a 422 for what does not exist or go together. */
export function meantVehicles(input: FitmentInput, vehicles: VehicleCatalogue): MeantVehicles {
  const make = vehicles.makeBySlug.get(input.make)
  if (!make) throw invalid('make', 'exists', 'There is no make with this slug')
  const model = input.model ? vehicles.modelBySlug.get(input.model) : undefined
  if (input.model && model?.makeId !== make.id) {
    throw invalid('model', 'exists', 'The make has no model with this slug')
  }
  const named = input.vehicleTypeId ? vehicles.describe(input.vehicleTypeId) : undefined
  if (input.vehicleTypeId && (named?.make !== make || (model && named.model !== model))) {
    throw invalid('vehicleTypeId', 'exists', 'There is no such vehicle type of this make and model')
  }
  expectSense(input)
  return { make, model, type: named?.type }
}

function expectSense({ yearFrom, yearTo, engineCode, condition, conditionAr }: FitmentInput) {
  if (yearFrom && yearTo && yearFrom > yearTo) {
    throw invalid('yearTo', 'period', 'The last year is before the first')
  }
  // Without a Latin letter or digit it would mean every engine.
  if (engineCode && !normaliseNumber(engineCode)) {
    throw invalid('engineCode', 'regex', 'An engine code has Latin letters and digits')
  }
  if (conditionAr && !condition) {
    throw invalid('condition', 'required', 'A condition is written in French first')
  }
}
