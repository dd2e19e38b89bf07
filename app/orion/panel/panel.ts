import type { Calendar } from '#app/orion/panel/calendar'
import type { Context } from '#app/orion/panel/context'
import type { Weather } from '#app/orion/panel/weather'

/**
 * Demand of many parts over the same periods: one row of `values` for each id, one number for each
 * period, oldest first. Pieces; NaN is a period of which nothing is known (before the part existed,
 * while it was out of stock), which is not the same as 0. Rows that stand beside each other are
 * relatives (numbers of one series, parts of one category): the pooled model looks at them.
 */
export interface Panel {
  ids: string[]
  values: Float64Array[]
  /** Rows of 1 where anything was recorded of a period, 0 where `values` holds a 0 because nothing was; absent where the two are told apart by NaN. */
  recorded?: Uint8Array[]
  /** Periods in a year's (or week's) rhythm: 12 for months, 52 for weeks, 7 for days. */
  season: number
  /** Where in that rhythm the first period stands: 0 for January, and when nobody knows. */
  begins?: number
  /** Absent where nobody knows it. */
  weather?: Weather
  /** Absent where periods are no months, or nobody knows of when. */
  calendar?: Calendar
  /** What is known of the parts besides what they sold; absent where nobody knows, or nobody asks. */
  context?: Context
}

/** What is forecast: the demand of `periods` periods together, of which the first is `ahead` periods after the origin. */
export interface DemandWindow {
  ahead: number
  periods: number
}

/** Expected demand, and its quantiles at `LEVELS`, in pieces. */
export interface Forecast {
  mean: number
  quantiles: Float64Array
}

/** Gaps of at least so many periods mean that nothing was recorded because nothing was sold. */
const LONG_GAP = 6

/**
 * History as the models take it: returns never outweigh sales (a period is at least 0), what is no
 * number is unknown, and a long gap after the first record is a time without sales.
 */
export function cleanHistory(history: ArrayLike<number>): Float64Array {
  const clean = Float64Array.from(history, (value) =>
    Number.isFinite(value) ? Math.max(0, value) : Number.NaN
  )
  let known = clean.findIndex((value) => !Number.isNaN(value))
  if (known < 0) return clean
  for (let at = known + 1; at <= clean.length; at++) {
    if (at < clean.length && Number.isNaN(clean[at])) continue
    if (at - known > LONG_GAP) clean.fill(0, known + 1, at)
    known = at
  }
  return clean
}

/** Some rows of a panel of which nothing but demand is known. */
export function selectParts(panel: Panel, rows: number[]): Panel {
  return {
    ...panel,
    ids: rows.map((row) => panel.ids[row]),
    values: rows.map((row) => panel.values[row]),
  }
}

/** Demand in the window after `origin` (index of the last known period), or NaN when a part of it is unknown. */
export function demandIn(values: Float64Array, origin: number, window: DemandWindow): number {
  const first = origin + window.ahead
  if (first + window.periods > values.length) return Number.NaN
  let sum = 0
  for (let at = first; at < first + window.periods; at++) sum += values[at]
  return sum
}

/** How many of the first `until` periods are known. */
export function knownPeriods(values: Float64Array, until: number): number {
  let known = 0
  for (let at = 0; at < until; at++) if (!Number.isNaN(values[at])) known++
  return known
}
