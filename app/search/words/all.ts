import { BODYWORK_WORDS } from '#app/search/words/bodywork'
import { BRAKING_WORDS } from '#app/search/words/braking'
import type { PartConcept } from '#app/search/words/concept'
import { COOLING_WORDS } from '#app/search/words/cooling'
import { ELECTRICAL_WORDS } from '#app/search/words/electrical'
import { ENGINE_WORDS } from '#app/search/words/engine'
import { EXHAUST_WORDS } from '#app/search/words/exhaust'
import { FILTRATION_WORDS } from '#app/search/words/filtration'
import { FLUID_WORDS } from '#app/search/words/fluids'
import { IGNITION_WORDS } from '#app/search/words/ignition'
import { SUSPENSION_WORDS } from '#app/search/words/suspension'
import { TIMING_WORDS } from '#app/search/words/timing'
import { TRANSMISSION_WORDS } from '#app/search/words/transmission'
import { UNSHELVED_WORDS } from '#app/search/words/unshelved'
import { TOOL_WORDS, WHEEL_WORDS } from '#app/search/words/wheels_and_tools'

/** What the workshop calls each kind of part: French, Arabic, Arabizi, some English. */
export const PART_WORDS: PartConcept[] = [
  ...FILTRATION_WORDS,
  ...BRAKING_WORDS,
  ...TIMING_WORDS,
  ...TRANSMISSION_WORDS,
  ...SUSPENSION_WORDS,
  ...ENGINE_WORDS,
  ...IGNITION_WORDS,
  ...COOLING_WORDS,
  ...ELECTRICAL_WORDS,
  ...BODYWORK_WORDS,
  ...EXHAUST_WORDS,
  ...FLUID_WORDS,
  ...WHEEL_WORDS,
  ...TOOL_WORDS,
  ...UNSHELVED_WORDS,
]
