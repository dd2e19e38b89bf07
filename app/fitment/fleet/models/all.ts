import type { ModelData } from '#app/fitment/fleet/model'
import { EMERGING_MODELS } from '#app/fitment/fleet/models/emerging'
import { FRENCH_MODELS } from '#app/fitment/fleet/models/french'
import { GERMAN_MODELS } from '#app/fitment/fleet/models/german'
import { ITALIAN_MODELS } from '#app/fitment/fleet/models/italian'
import { JAPANESE_MODELS } from '#app/fitment/fleet/models/japanese'
import { KOREAN_MODELS } from '#app/fitment/fleet/models/korean'
import { OTHER_MODELS } from '#app/fitment/fleet/models/others'

/** The cars, vans and pick-ups that drive in Tunisia, from public knowledge: no list of anybody's. */
export const FLEET_MODELS: ModelData[] = [
  ...FRENCH_MODELS,
  ...GERMAN_MODELS,
  ...ITALIAN_MODELS,
  ...KOREAN_MODELS,
  ...JAPANESE_MODELS,
  ...EMERGING_MODELS,
  ...OTHER_MODELS,
]
