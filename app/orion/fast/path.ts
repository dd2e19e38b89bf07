import type { SimpleModel } from '#app/orion/models/simple_models'

/**
 * What a model of one series says of the periods to come: pieces of the first, the second… period after the last one
 * of `history`, which has no gap and no number below 0 and ends with period `origin`. `season` is the length of its
 * rhythm in periods.
 */
export type PathModel = (
  history: number[],
  season: number,
  steps: number,
  origin: number
) => ArrayLike<number>

/** Fewer periods say nothing that the average does not say. */
const FEWEST_KNOWN = 10
/** Periods that a model is fitted on: ten years of weeks. */
const FITTED_ON = 520
const AVERAGED = 12
/** Steps that are forecast at once: other windows from the same origin will be asked for. */
const STEPS = 12
/** No model is believed beyond so many times the highest period there was. */
const HIGHEST = 3

/**
 * A model that is fitted again at every origin it is asked for, once for each; what it said is kept as long as the
 * history. Where nothing can be fitted (too short, constant, a fit that fails) it expects the average of the last
 * twelve known periods.
 */
export function fromPaths(model: PathModel): SimpleModel {
  const kept = new WeakMap<Float64Array, Map<number, Float64Array>>()
  return (values, season) => {
    const paths = kept.get(values) ?? new Map<number, Float64Array>()
    kept.set(values, paths)
    return (origin, { ahead, periods }) => {
      const last = ahead + periods - 1
      let path = paths.get(origin)
      if (!path || path.length < last) {
        path = pathFrom(model, values.subarray(0, origin + 1), season, Math.max(last, STEPS))
        paths.set(origin, path)
      }
      return path.subarray(ahead - 1, last).reduce((sum, pieces) => sum + pieces, 0)
    }
  }
}

function pathFrom(model: PathModel, values: Float64Array, season: number, steps: number) {
  const known = values.filter((value) => !Number.isNaN(value))
  const latest = known.slice(-AVERAGED)
  const average = latest.reduce((sum, value) => sum + value, 0) / Math.max(1, latest.length)
  const flat = new Float64Array(steps).fill(average)
  const highest = known.reduce((most, value) => Math.max(most, value), 0)
  // What is constant sends some optimizers into a loop without end.
  const isTold = known.length >= FEWEST_KNOWN && known.some((value) => value !== known[0])
  if (!isTold) return flat
  try {
    const path = Float64Array.from(
      model(withoutGaps(values), season, steps, values.length - 1),
      (pieces) => Math.min(HIGHEST * highest, Math.max(0, pieces))
    )
    return path.length === steps && path.every(Number.isFinite) ? path : flat
  } catch {
    return flat
  }
}

/** From the first known period on; unknown ones lie on a line between their neighbours. */
function withoutGaps(values: Float64Array): number[] {
  const first = values.findIndex((value) => !Number.isNaN(value))
  const filled = Array.from(values.subarray(Math.max(first, values.length - FITTED_ON)))
  let before = -1
  for (let at = 0; at <= filled.length; at++) {
    if (at < filled.length && Number.isNaN(filled[at])) continue
    for (let gap = before + 1; gap < at; gap++) {
      const [left, right] = [filled[before] ?? filled[at], filled[at] ?? filled[before]]
      filled[gap] = left + ((right - left) * (gap - before)) / (at - before)
    }
    before = at
  }
  return filled
}
