import ARIMA from 'arima'
import type { PathModel } from '#app/orion/fast/path'

/** A yearly rhythm of weeks has too many states to be fitted at every origin. */
const LONGEST_SEASON = 12

/**
 * SARIMA(0,1,1)(0,1,1), the airline model, on logarithms; without the seasonal half while three seasons are not known.
 * What it says is the median: half of the cases are above it.
 */
export const sarima: PathModel = (history, season, steps) => {
  const isSeasonal = season <= LONGEST_SEASON && history.length > 3 * season
  return airline(history.map(Math.log1p), isSeasonal ? season : 0, steps).map(Math.expm1)
}

/** The airline model of a series as it is, by exact maximum likelihood; `season` 0 is ARIMA(0,1,1). */
export function airline(series: number[], season: number, steps: number): number[] {
  const seasonal = season > 0 ? { P: 0, D: 1, Q: 1, s: season } : {}
  const model = new ARIMA({ p: 0, d: 1, q: 1, ...seasonal, verbose: false })
  try {
    const [expected] = model.train(series).predict(steps)
    return expected
  } finally {
    model.destroy()
  }
}
