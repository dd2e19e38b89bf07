import vine from '@vinejs/vine'
import { dinarInput, MAX_MILLIMES } from '#app/money/dinar_input'
import { digits, integer } from '#app/platform/http/input'

/** Shares that forecasts know quantiles of. */
const LEVEL = { min: 0.5, max: 0.99 }
/** The same as people write it: whole percents. */
const PERCENT = { min: 50, max: 99 }
const DAYS = { lead: { min: 0, max: 180 }, review: { min: 1, max: 60 } }
const HORIZON = { min: 1, max: 12 }

const level = () => vine.number({ strict: true }).range([LEVEL.min, LEVEL.max]).optional()
const percent = () => digits(PERCENT).transform((value) => Number(value) / 100)

export const forecastSettingsPatch = vine.create({
  ...{ levelA: level(), levelB: level(), levelC: level() },
  leadDays: integer(DAYS.lead).optional(),
  reviewDays: integer(DAYS.review).optional(),
  budget: integer({ max: MAX_MILLIMES }).nullable().optional(),
  horizon: integer(HORIZON).optional(),
})

export const forecastSettingsForm = vine.create({
  ...{ levelA: percent(), levelB: percent(), levelC: percent() },
  leadDays: digits(DAYS.lead),
  reviewDays: digits(DAYS.review),
  budget: dinarInput().nullable(),
  horizon: digits(HORIZON),
})
