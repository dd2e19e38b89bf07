import { levelAt } from '#app/orion/models/levels'
import { demandClass, type DemandClass } from '#app/orion/panel/demand_class'
import { demandIn, type DemandWindow, type Panel } from '#app/orion/panel/panel'

/** Where the backtest starts: nothing it is told comes after, and the pool it judges has learned only until there. */
export interface Backtest {
  /** Periods known at its first origin. */
  from: number
  /** Periods known at its end. */
  until: number
  windows: DemandWindow[]
}

/** One forecast of a part that is judged. */
export interface Case {
  part: number
  kind: DemandClass
  origin: number
  window: DemandWindow
}

/** A model with more to it than the simple one must be better by this share of the loss… */
export const MARGIN = 0.01
/** …and worse by no more than this share at any single level. */
const TOLERANCE = 0.01
/** A class with fewer parts than this goes with all the others. */
export const FEWEST_PARTS = 30
/** The levels that models are judged at. */
export const JUDGED = ([0.5, 0.8, 0.9, 0.95, 0.99] as const).map((level) => ({
  level,
  at: levelAt(level),
}))
/** Parts and windows that are looked at: enough to tell models apart, whatever the size of the shop. */
const MOST_CASES = 60_000

/** Every part from every origin whose window has ended, or every so many a part when there are too many. */
export function drawCases(panel: Panel, { from, until, windows }: Backtest): Case[] {
  const moments: { origin: number; window: DemandWindow }[] = []
  for (let origin = from - 1; origin < until; origin++) {
    for (const window of windows) {
      if (origin + window.ahead + window.periods <= until) moments.push({ origin, window })
    }
  }
  const stride = Math.max(1, Math.ceil((panel.ids.length * moments.length) / MOST_CASES))
  const parts = panel.ids.map((_, part) => part).filter((part) => part % stride === 0)
  return parts.flatMap((part) => {
    const kind = demandClass(panel.values[part], from - 1)
    return moments
      .filter(({ origin, window }) => !Number.isNaN(demandIn(panel.values[part], origin, window)))
      .map((moment) => ({ part, kind, ...moment }))
  })
}

/** Mean over the levels of the loss against that of the yardstick. */
export function against(yardstick: Float64Array, losses: Float64Array): number {
  const ratios = losses.map((loss, at) =>
    yardstick[at] > 0 ? loss / yardstick[at] : loss > 0 ? 2 : 1
  )
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
}

/** Whether a rival is so much better than the yardstick that it takes its place: steadily, and by the margin. */
export function isBetter(losses: Float64Array, yardstick: Float64Array): boolean {
  const steady = losses.every((loss, at) => loss <= yardstick[at] * (1 + TOLERANCE))
  return steady && against(yardstick, losses) < 1 - MARGIN
}
