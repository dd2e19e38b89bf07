import type { Case } from '#app/orion/backtest_cases'
import { LEVELS } from '#app/orion/models/levels'
import { demandIn, type DemandWindow, type Forecast, type Panel } from '#app/orion/panel/panel'

/** How far what a model said was from what came, in a backtest. */
interface Calibration {
  /** Errors on logarithms at `LEVELS`, in units of how much the part itself moves. */
  errors: Float64Array
  /** What came over what was said. */
  factor: number
}

/** By window, such as `1+2`, where enough was seen of it; all windows together under `all`. */
export type Calibrations = Record<string, Calibration>

/** Errors that a window of its own needs. */
const FEWEST_ERRORS = 100
const LATEST = 24
/** The least that any part moves, on logarithms. */
const CALM = 0.5
/** A factor beyond these comes from a handful of cases. */
const FACTORS = [0.5, 3] as const

export const windowKey = ({ ahead, periods }: DemandWindow) => `${ahead}+${periods}`

/** Learns from the cases of a backtest what to make of the points that were said of them. */
export function calibrate(cases: Case[], points: Float64Array, panel: Panel): Calibrations {
  const at = cases.map((_, index) => index)
  const byWindow = Map.groupBy(at, (index) => windowKey(cases[index].window))
  const of = (indexes: number[]) => calibration(indexes, cases, points, panel)
  const own = [...byWindow].filter(([, indexes]) => indexes.length >= FEWEST_ERRORS)
  return { all: of(at), ...Object.fromEntries(own.map(([key, indexes]) => [key, of(indexes)])) }
}

/** What a point means: its mean, and its quantiles around it. */
export function around(point: number, unrest: number, { errors, factor }: Calibration): Forecast {
  return {
    mean: point * factor,
    quantiles: errors.map((error) => Math.max(0, point + error * unrest)),
  }
}

/** How much a part moves: the standard deviation of the logarithms of its last two years or weeks that were known. */
export function unrestOf(values: Float64Array, origin: number): number {
  let count = 0
  let sum = 0
  let squares = 0
  for (let at = origin; at >= 0 && count < LATEST; at--) {
    if (Number.isNaN(values[at])) continue
    count++
    sum += values[at]
    squares += values[at] ** 2
  }
  if (count < 2) return CALM
  return Math.max(CALM, Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)))
}

function calibration(indexes: number[], cases: Case[], points: Float64Array, panel: Panel) {
  let said = 0
  let came = 0
  const errors = new Float64Array(indexes.length)
  for (const [row, index] of indexes.entries()) {
    const { part, origin, window } = cases[index]
    const actual = demandIn(panel.values[part], origin, window)
    said += points[index]
    came += actual
    errors[row] = (actual - points[index]) / unrestOf(panel.values[part], origin)
  }
  const factor = said > 0 ? Math.min(FACTORS[1], Math.max(FACTORS[0], came / said)) : 1
  return { errors: quantilesOf(errors.sort()), factor }
}

/** Quantiles at `LEVELS` of sorted numbers, on the line between neighbours. */
function quantilesOf(sorted: Float64Array): Float64Array {
  return Float64Array.from(LEVELS, (level) => {
    const at = level * (sorted.length - 1)
    const below = Math.floor(at)
    const above = Math.min(sorted.length - 1, below + 1)
    return sorted[below] + (at - below) * (sorted[above] - sorted[below])
  })
}
