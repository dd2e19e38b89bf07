import { negativeBinomialQuantiles } from '#app/orion/models/negative_binomial'
import { SIMPLE_MODELS, type SimpleName } from '#app/orion/models/simple_models'
import { demandIn, type DemandWindow, type Forecast } from '#app/orion/panel/panel'

/**
 * Forecasts of one part by one simple model: negative binomial around its expectation, as wide as its own past
 * errors over windows of that kind. Feed it origins in any order; it sees nothing after them.
 */
export function simpleForecaster(name: SimpleName, values: Float64Array, season: number) {
  const expect = SIMPLE_MODELS[name](values, season)
  const spread = errorsOver(values, expect)
  return (origin: number, window: DemandWindow): Forecast => {
    const mean = expect(origin, window)
    return { mean, quantiles: negativeBinomialQuantiles(mean, spread(origin, window)) }
  }
}

type Expectation = (origin: number, window: DemandWindow) => number

/** Mean squared error of the windows that had ended by an origin; sums are kept, so that many origins cost one pass. */
function errorsOver(values: Float64Array, expect: Expectation) {
  const kept = new Map<string, { sums: Float64Array; counts: Float64Array }>()
  return (origin: number, window: DemandWindow): number => {
    const key = `${window.ahead}+${window.periods}`
    const { sums, counts } = kept.get(key) ?? squaredErrors(values, expect, window)
    if (!kept.has(key)) kept.set(key, { sums, counts })
    const last = origin - window.ahead - window.periods + 1
    return last >= 0 && counts[last] > 0 ? sums[last] / counts[last] : 0
  }
}

function squaredErrors(values: Float64Array, expect: Expectation, window: DemandWindow) {
  const sums = new Float64Array(values.length)
  const counts = new Float64Array(values.length)
  let sum = 0
  let count = 0
  for (let origin = 0; origin < values.length; origin++) {
    const error = demandIn(values, origin, window) - expect(origin, window)
    if (!Number.isNaN(error)) {
      sum += error * error
      count++
    }
    sums[origin] = sum
    counts[origin] = count
  }
  return { sums, counts }
}
