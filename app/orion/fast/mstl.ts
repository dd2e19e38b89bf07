import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AutoETS, initSync as initEts } from '@bsull/augurs/ets'
import { initSync as initMstl, MSTL } from '@bsull/augurs/mstl'
import type { PathModel } from '#app/orion/fast/path'

initEts({ module: bytesOf('ets') })
initMstl({ module: bytesOf('mstl') })

/** Seasons that must be known before one is believed. */
const SEASONS = 2.5

/**
 * Seasons taken off by MSTL and the rest smoothed exponentially, on logarithms; ETS alone while no season can be
 * told. What it says is the median.
 */
export const mstl: PathModel = (history, season, steps) => {
  const logs = Float64Array.from(history, Math.log1p)
  const isSeasonal = history.length >= SEASONS * season
  const model = isSeasonal ? MSTL.ets([season], { impute: true }) : new AutoETS(1, 'ZZN')
  try {
    model.fit(logs)
    return model.predict(steps).point.map(Math.expm1)
  } finally {
    model.free()
  }
}

/** The package is made for browsers, which fetch what it needs; here it is read from where it is installed. */
function bytesOf(part: 'ets' | 'mstl') {
  return readFileSync(
    fileURLToPath(import.meta.resolve(`@bsull/augurs/${part}`)).replace(/\.js$/, '_bg.wasm')
  )
}
