import type { DemandWindow } from '#app/orion/panel/panel'

/**
 * A model that looks at one part alone. Given its history it answers the expected demand of any window, from
 * any origin, from nothing that came after that origin.
 */
export type SimpleModel = (
  values: Float64Array,
  season: number
) => (origin: number, window: DemandWindow) => number

export type SimpleName = 'movingAverage' | 'smoothing' | 'croston' | 'sba' | 'tsb' | 'seasonalNaive'

const ALPHA = 0.1
/** What is smoothed begins as the mean of what there was: one first sale of many pieces, or a late one, would be believed for years. */
const gainOf = (sales: number) => Math.max(ALPHA, 1 / sales)
const AVERAGED = 12
/** Periods that say where smoothing begins. */
const WARM_UP = 6

export const SIMPLE_MODELS: Record<SimpleName, SimpleModel> = {
  movingAverage: fromLevels(movingAverage),
  smoothing: fromLevels(smoothing),
  croston: fromLevels((values) => croston(values, 1)),
  sba: fromLevels((values) => croston(values, 1 - ALPHA / 2)),
  tsb: fromLevels(tsb),
  seasonalNaive,
}

/** The window of one season earlier, as often as it takes to lie in the past; the average while there is none. */
function seasonalNaive(values: Float64Array, season: number) {
  const average = SIMPLE_MODELS.movingAverage(values, season)
  return (origin: number, window: DemandWindow) => {
    let sum = 0
    for (let step = window.ahead; step < window.ahead + window.periods; step++) {
      const then = origin + step - season * Math.ceil(step / season)
      const value = then < 0 ? Number.NaN : values[then]
      sum += Number.isNaN(value) ? average(origin, { ahead: 1, periods: 1 }) : value
    }
    return sum
  }
}

/** Models that expect the same demand in every period to come. */
function fromLevels(levelsOf: (values: Float64Array) => Float64Array): SimpleModel {
  return (values) => {
    const levels = levelsOf(values)
    return (origin, { periods }) => levels[origin] * periods
  }
}

/** Mean of the known ones among the last 12 periods. */
function movingAverage(values: Float64Array): Float64Array {
  let sum = 0
  let known = 0
  const count = (value: number, sign: number) => {
    if (Number.isNaN(value)) return
    sum += sign * value
    known += sign
  }
  return values.map((value, at) => {
    count(value, 1)
    if (at >= AVERAGED) count(values[at - AVERAGED], -1)
    return known > 0 ? Math.max(0, sum / known) : 0
  })
}

/** Simple exponential smoothing. */
function smoothing(values: Float64Array): Float64Array {
  let level = firstMean(values)
  return values.map((value) => {
    if (!Number.isNaN(value)) level += ALPHA * (value - level)
    return level
  })
}

/**
 * Croston (1972): sizes and intervals smoothed apart, changed only by a sale. `correction` below 1 takes off
 * the bias, after Syntetos and Boylan (2005).
 */
function croston(values: Float64Array, correction: number): Float64Array {
  let size = 0
  let interval = 0
  let since = 0
  let sales = 0
  return values.map((value) => {
    if (Number.isNaN(value)) return interval > 0 ? (correction * size) / interval : 0
    since++
    if (value > 0) {
      sales++
      const gain = gainOf(sales)
      size += gain * (value - size)
      interval += gain * (since - interval)
      since = 0
    }
    return interval > 0 ? (correction * size) / interval : 0
  })
}

/** Teunter, Syntetos and Babai (2011): the chance of a sale sinks with every period without one. */
function tsb(values: Float64Array): Float64Array {
  let chance = firstMean(values.map((value) => (value > 0 ? 1 : value)))
  let size = 0
  let sales = 0
  return values.map((value) => {
    if (Number.isNaN(value)) return chance * size
    chance += ALPHA * ((value > 0 ? 1 : 0) - chance)
    if (value > 0) size += gainOf(++sales) * (value - size)
    return chance * size
  })
}

/**
 * Mean of the first known periods: where smoothing begins. These periods are also smoothed over, so that
 * origins before the sixth one see a little ahead: no backtest starts so early.
 */
function firstMean(values: Float64Array): number {
  const first: number[] = []
  for (let at = 0; at < values.length && first.length < WARM_UP; at++) {
    if (!Number.isNaN(values[at])) first.push(values[at])
  }
  return first.length ? first.reduce((sum, value) => sum + value, 0) / first.length : 0
}
