import type { PartType } from '#app/demo/part_type'
import { BODYWORK } from '#app/demo/data/part_types/bodywork'
import { BRAKING } from '#app/demo/data/part_types/braking'
import { CONSUMABLES } from '#app/demo/data/part_types/consumables'
import { COOLING } from '#app/demo/data/part_types/cooling'
import { ELECTRICAL } from '#app/demo/data/part_types/electrical'
import { ENGINE } from '#app/demo/data/part_types/engine'
import { EXHAUST } from '#app/demo/data/part_types/exhaust'
import { FILTRATION } from '#app/demo/data/part_types/filtration'
import { IGNITION } from '#app/demo/data/part_types/ignition'
import { SUSPENSION } from '#app/demo/data/part_types/suspension'
import { TIMING } from '#app/demo/data/part_types/timing'
import { TRANSMISSION } from '#app/demo/data/part_types/transmission'

/** Every kind of part the demo shop sells. */
export const PART_TYPES: PartType[] = [
  ...FILTRATION,
  ...BRAKING,
  ...TIMING,
  ...TRANSMISSION,
  ...SUSPENSION,
  ...ENGINE,
  ...IGNITION,
  ...COOLING,
  ...ELECTRICAL,
  ...BODYWORK,
  ...EXHAUST,
  ...CONSUMABLES,
]
