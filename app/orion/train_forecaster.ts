import { chooseModels, UNTESTED, type Choice, type Choices } from '#app/orion/choose_models'
import { blend, simpleOverPanel, type Forecaster } from '#app/orion/forecaster'
import { SIMPLE_MODELS, type SimpleName } from '#app/orion/models/simple_models'
import { demandClass, DEMAND_CLASSES } from '#app/orion/panel/demand_class'
import { knownPeriods, type DemandWindow, type Panel } from '#app/orion/panel/panel'
import { poolForecaster, trainPool, type PooledModel } from '#app/orion/pool/pooled_model'

/** What was learned for windows of one kind: all that forecasting again needs. */
export interface LearnedModel {
  choices: Choices
  pool?: PooledModel
}

export interface TrainedForecaster extends LearnedModel {
  forecast: Forecaster
  /** What the same choices would have said when only the first `from` periods were known; absent when nothing was tested. */
  backtest?: { from: number; forecast: Forecaster }
}

/** What is chosen while there is nothing to test on. */
export const UNTESTED_CHOICES = Object.fromEntries(
  DEMAND_CLASSES.map((kind) => [kind, UNTESTED])
) as Choices

/** Periods that the backtest covers at least, when the history is three times as long. */
const TESTED = 12
const YEAR = 12

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
  const { choices, backtest } = await chooseByBacktest(panel, known, windows, seed)
  const needsPool = Object.values(choices).some(({ uses }) => uses !== 'simple')
  const pool = needsPool ? await trainPool(panel, known, windows, seed) : undefined
  return { choices, pool, backtest, forecast: forecasterOf({ choices, pool }, panel, known) }
}

/** Forecasts with what was learned before; parts are judged by their first `known` periods. */
export function forecasterOf({ choices, pool }: LearnedModel, panel: Panel, known: number) {
  const simple = Object.fromEntries(
    Object.keys(SIMPLE_MODELS).map((name) => [name, simpleOverPanel(name as SimpleName, panel)])
  ) as Record<SimpleName, Forecaster>
  const pooled = pool && poolForecaster(pool, panel)
  const made = new Map<string, Forecaster>()
  const byPart = panel.values.map((values) => {
    const model = modelFor(choices, values, known)
    if (!made.has(model)) made.set(model, carryOut(model, simple, pooled))
    return made.get(model)!
  })
  const forecast: Forecaster = (part, origin, window) => byPart[part](part, origin, window)
  return forecast
}

/** Name of what forecasts a part: `pool`, a simple model such as `tsb`, or `pool+tsb` for both halfway. */
export type ModelName = 'pool' | SimpleName | `pool+${SimpleName}`

/** A part with less than a year of months goes with the pool or with its average: nothing else can be known of it. */
export function modelFor(choices: Choices, values: Float64Array, known: number): ModelName {
  const { uses, simple }: Choice = choices[demandClass(values, known - 1)]
  const isYoung = knownPeriods(values, known) < YEAR
  if (uses === 'pool' || (isYoung && uses === 'blend')) return 'pool'
  if (isYoung) return 'movingAverage'
  return uses === 'simple' ? simple : `pool+${simple}`
}

async function chooseByBacktest(
  panel: Panel,
  known: number,
  windows: DemandWindow[],
  seed: number
): Promise<Pick<TrainedForecaster, 'choices' | 'backtest'>> {
  const longest = Math.max(...windows.map(({ ahead, periods }) => ahead + periods - 1))
  const tested = Math.min(Math.max(TESTED, longest), Math.floor(known / 3))
  const from = known - tested
  if (from < 2) return { choices: UNTESTED_CHOICES }
  const pool = await trainPool(panel, from, windows, seed)
  const choices = chooseModels(
    panel,
    { from, until: known, windows },
    pool && poolForecaster(pool, panel)
  )
  return { choices, backtest: { from, forecast: forecasterOf({ choices, pool }, panel, from) } }
}

function carryOut(
  model: ModelName,
  simple: Record<SimpleName, Forecaster>,
  pooled: Forecaster | undefined
): Forecaster {
  const [first, second] = model.split('+') as [ModelName, SimpleName | undefined]
  if (first !== 'pool') return simple[first as SimpleName]
  if (!pooled) return simple[second ?? 'movingAverage']
  return second ? blend(pooled, simple[second]) : pooled
}
