import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { FUELS, POSITIONS } from '#app/fitment/vehicles/vehicle_words'
import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { digits, id, integer, paging, text } from '#app/platform/http/input'

/**
 * What a product fits: the vehicles of a make, narrowed down by what else is given, or one of them alone.
 * Forms send whole numbers as text.
 */
const fitment = (whole: typeof integer) => ({
  make: text({ max: 200 }),
  model: text({ max: 200 }).nullable().optional(),
  vehicleTypeId: whole({ min: 1, max: GREATEST_KEY }).nullable().optional(),
  engineCode: text({ max: 40 }).nullable().optional(),
  fuel: vine.enum(FUELS).nullable().optional(),
  yearFrom: whole({ min: 1900, max: 2100 }).nullable().optional(),
  yearTo: whole({ min: 1900, max: 2100 }).nullable().optional(),
  position: vine.enum(POSITIONS).nullable().optional(),
  condition: text({ max: 300 }).nullable().optional(),
  conditionAr: text({ max: 300 }).nullable().optional(),
})

export const fitmentValidator = vine.create(fitment(integer))
export const fitmentFormValidator = vine.create(fitment(digits))

/** The product that fitments are copied from. */
export const fitmentCopyValidator = vine.create({ from: text({ max: 80 }) })

export const fitmentRuleValidator = vine.create({ id: id(), ruleId: digits({ min: 1 }) })
export const directFitmentValidator = vine.create({ id: id(), vehicleTypeId: id() })

/** The page besides: which make and model a new rule is about. */
export const fitmentEditorValidator = vine.create({
  cursor: paging().cursor,
  make: text({ max: 200 }).optional(),
  model: text({ max: 200 }).optional(),
})

export type FitmentInput = Infer<typeof fitmentValidator>
