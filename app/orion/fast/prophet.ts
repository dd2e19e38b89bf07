import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import '#app/orion/fast/silent_stan'
import { initSync, Prophet } from '@bsull/augurs/prophet'
import { optimizer } from '@bsull/augurs-prophet-wasmstan'
import type { PathModel } from '#app/orion/fast/path'

initSync({
  module: readFileSync(
    fileURLToPath(import.meta.resolve('@bsull/augurs/prophet')).replace(/\.js$/, '_bg.wasm')
  ),
})

/** What else is known of every period, and of as many periods to come as are forecast; one list for each name. */
export type Regressors = Record<string, number[]>

const SEASONS = 2.5
/** Waves of a season: months and weeks do not bear the ten of the original. */
const WAVES = 3
const CHANGES = 10
/** Only their distance counts. */
const SECONDS = 86_400
const off = { type: 'manual', enabled: false } as const

/** Prophet: a trend with bends and a season, on logarithms. What it says is the median. */
export const prophet: PathModel = (history, season, steps) =>
  prophetPath(history.map(Math.log1p), season, steps).map(Math.expm1)

/**
 * Prophet on a series as it is: additive, as likely as possible (MAP), always from the same start. Regressors reach
 * over the periods that are forecast as well.
 */
export function prophetPath(
  series: number[],
  season: number,
  steps: number,
  regressors: Regressors = {}
): number[] {
  const model = new Prophet({
    ...{ optimizer, uncertaintySamples: 0, nChangepoints: CHANGES },
    ...{ yearlySeasonality: off, weeklySeasonality: off, dailySeasonality: off },
  })
  try {
    if (series.length >= SEASONS * season) {
      model.addSeasonality('season', { period: season, fourierOrder: WAVES })
    }
    for (const name of Object.keys(regressors)) model.addRegressor(name)
    const days = (from: number, until: number) =>
      Array.from({ length: until - from }, (_, at) => (from + at) * SECONDS)
    const known = series.length
    const told = (from: number, until: number) => ({
      ds: days(from, until),
      x: new Map(
        Object.entries(regressors).map(([name, values]) => [name, values.slice(from, until)])
      ),
    })
    model.fit({ ...told(0, known), y: series }, { seed: 1 })
    return model.predict(told(known, known + steps)).yhat.point
  } finally {
    model.free()
  }
}
