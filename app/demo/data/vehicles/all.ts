import { type Vehicle, vehiclesOf } from '#app/demo/vehicle'
import { FRENCH_MODELS } from '#app/demo/data/vehicles/french'
import { GERMAN_MODELS } from '#app/demo/data/vehicles/german'
import { ITALIAN_MODELS } from '#app/demo/data/vehicles/italian'
import { ASIAN_MODELS } from '#app/demo/data/vehicles/asian'

/** The cars of the demo shop's customers. */
export const VEHICLES: Vehicle[] = [
  ...FRENCH_MODELS,
  ...GERMAN_MODELS,
  ...ITALIAN_MODELS,
  ...ASIAN_MODELS,
].flatMap(vehiclesOf)
