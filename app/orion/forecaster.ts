import { LEVELS } from '#app/orion/models/levels'
import { simpleForecaster } from '#app/orion/models/simple_forecast'
import { SIMPLE_MODELS, type SimpleName } from '#app/orion/models/simple_models'
import type { DemandWindow, Forecast, Panel } from '#app/orion/panel/panel'

/** Forecasts the demand of a part (its row in the panel) in a window after an origin (index of the last known period). */
export type Forecaster = (part: number, origin: number, window: DemandWindow) => Forecast

/** A simple model over a panel. What it learns of a part is kept for the next origin. */
export function simpleOverPanel(name: SimpleName, panel: Panel): Forecaster {
  const kept: ReturnType<typeof simpleForecaster>[] = []
  return (part, origin, window) => {
    kept[part] ??= simpleForecaster(name, panel.values[part], panel.season)
    return kept[part](origin, window)
  }
}

/** All simple models over a panel. */
export function simpleModels(panel: Panel): Record<SimpleName, Forecaster> {
  const names = Object.keys(SIMPLE_MODELS) as SimpleName[]
  return Object.fromEntries(names.map((name) => [name, simpleOverPanel(name, panel)])) as Record<
    SimpleName,
    Forecaster
  >
}

/** Halfway between two forecasts, at every quantile: errors of models that err apart cancel. */
export function blend(first: Forecaster, second: Forecaster): Forecaster {
  return (part, origin, window) => {
    const one = first(part, origin, window)
    const other = second(part, origin, window)
    return {
      mean: (one.mean + other.mean) / 2,
      quantiles: Float64Array.from(
        LEVELS,
        (_, at) => (one.quantiles[at] + other.quantiles[at]) / 2
      ),
    }
  }
}
