import { chooseModels, UNTESTED, type Choice, type Choices } from '#app/orion/choose_models'
import { blend, simpleOverPanel, type Forecaster } from '#app/orion/forecaster'
import { SIMPLE_MODELS, type SimpleName } from '#app/orion/models/simple_models'
import { demandClass, DEMAND_CLASSES } from '#app/orion/panel/demand_class'
import type { DemandWindow, Panel } from '#app/orion/panel/panel'
import { poolForecaster, trainPool } from '#app/orion/pool/pooled_model'

export interface TrainedForecaster {
  forecast: Forecaster
  choices: Choices
}

/** Periods that the backtest covers at least, when the history is three times as long. */
const TESTED = 12

/**
 * The whole of Orion's forecasting: holds back the last of the `known` periods, lets the models forecast them,
 * chooses per demand class, and trains what was chosen on everything known. What comes after `known` in the panel
 * is never learned from; a forecast from a later origin knows the periods up to that origin.
 */
export async function trainForecaster(
  panel: Panel,
  known: number,
  windows: DemandWindow[],
  seed: number
): Promise<TrainedForecaster> {
  const choices = await chooseByBacktest(panel, known, windows, seed)
  const needsPool = Object.values(choices).some(({ uses }) => uses !== 'simple')
  const model = needsPool ? await trainPool(panel, known, windows, seed) : undefined
  const pool = model && poolForecaster(model, panel)
  const simple = Object.fromEntries(
    Object.keys(SIMPLE_MODELS).map((name) => [name, simpleOverPanel(name as SimpleName, panel)])
  ) as Record<SimpleName, Forecaster>
  const byClass = new Map(
    DEMAND_CLASSES.map((kind) => [kind, carryOut(choices[kind], simple, pool)])
  )
  const kinds = panel.values.map((values) => demandClass(values, known - 1))
  return {
    choices,
    forecast: (part, origin, window) => byClass.get(kinds[part])!(part, origin, window),
  }
}

async function chooseByBacktest(
  panel: Panel,
  known: number,
  windows: DemandWindow[],
  seed: number
): Promise<Choices> {
  const longest = Math.max(...windows.map(({ ahead, periods }) => ahead + periods - 1))
  const tested = Math.min(Math.max(TESTED, longest), Math.floor(known / 3))
  const from = known - tested
  if (from < 2) return Object.fromEntries(DEMAND_CLASSES.map((kind) => [kind, UNTESTED])) as Choices
  const model = await trainPool(panel, from, windows, seed)
  const pool = model && poolForecaster(model, panel)
  return chooseModels(panel, { from, until: known, windows }, pool)
}

function carryOut(
  { uses, simple }: Choice,
  models: Record<SimpleName, Forecaster>,
  pool: Forecaster | undefined
): Forecaster {
  if (uses === 'simple' || !pool) return models[simple]
  return uses === 'pool' ? pool : blend(pool, models[simple])
}
