import { fromPaths } from '#app/orion/fast/path'
import { mstl } from '#app/orion/fast/mstl'
import { prophet } from '#app/orion/fast/prophet'
import { sarima } from '#app/orion/fast/sarima'
import { SIMPLE_MODELS, type SimpleModel } from '#app/orion/models/simple_models'

export type FastName =
  | 'lastValue'
  | 'recentAverage'
  | 'movingAverage'
  | 'smoothing'
  | 'seasonalNaive'
  | 'sarima'
  | 'mstl'
  | 'prophet'

const RECENT = 4

/** Models of one part that sells nearly every period. Loading this starts WebAssembly: only threads and commands do. */
export const FAST_MODELS: Record<FastName, SimpleModel> = {
  lastValue: fromPaths((history, _, steps) => flat([history.at(-1)!], steps)),
  recentAverage: fromPaths((history, _, steps) => flat(history.slice(-RECENT), steps)),
  movingAverage: SIMPLE_MODELS.movingAverage,
  smoothing: SIMPLE_MODELS.smoothing,
  seasonalNaive: SIMPLE_MODELS.seasonalNaive,
  sarima: fromPaths(sarima),
  mstl: fromPaths(mstl),
  prophet: fromPaths(prophet),
}

/** Their mean, again and again. */
function flat(values: number[], steps: number): number[] {
  return new Array(steps).fill(values.reduce((sum, value) => sum + value, 0) / values.length)
}
