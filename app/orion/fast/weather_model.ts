import { fromPaths, type PathModel } from '#app/orion/fast/path'
import { prophetPath, type Regressors } from '#app/orion/fast/prophet'
import type { SimpleModel } from '#app/orion/models/simple_models'
import { expectedWeather, type Weather } from '#app/orion/panel/weather'

const made = new WeakMap<Weather, SimpleModel>()

/** Prophet that knows the weather, one for each weather: its fits are kept. */
export function weatherModel(weather: Weather): SimpleModel {
  const known = made.get(weather) ?? fromPaths(withWeather(weather))
  made.set(weather, known)
  return known
}

/**
 * On logarithms, as Prophet without. From an origin the weather up to it is known, and beyond it the climate of the
 * years before; only of the first period after the panel more may be known.
 */
function withWeather({ series, coming }: Weather): PathModel {
  return (history, season, steps, origin) => {
    const regressors: Regressors = {}
    for (const [name, values] of Object.entries(series)) {
      const known = Array.from(values.subarray(origin + 1 - history.length, origin + 1))
      // What never changes explains nothing.
      if (known.every((value) => value === known[0])) continue
      const ahead = Array.from({ length: steps }, (_, at) =>
        expectedWeather(values, origin, at + 1)
      )
      if (origin === values.length - 1) ahead[0] = coming[name]
      regressors[name] = [...known, ...ahead]
    }
    return prophetPath(history.map(Math.log1p), season, steps, regressors).map(Math.expm1)
  }
}
