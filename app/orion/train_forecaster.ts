import { chooseModels, UNTESTED, type Choice, type Choices } from '#app/orion/choose_models'
import { chooseEnsembles, type Ensembles, YEAR } from '#app/orion/fast/choose_ensembles'
import { ensembleForecaster } from '#app/orion/fast/ensemble'
import { blend, simpleModels, type Forecaster } from '#app/orion/forecaster'
import type { SimpleName } from '#app/orion/models/simple_models'
import { demandClass, DEMAND_CLASSES, type DemandClass } from '#app/orion/panel/demand_class'
import { knownPeriods, type DemandWindow, type Panel } from '#app/orion/panel/panel'
import type { FeatureGroup } from '#app/orion/pool/features'
import {
  poolForecasters,
  trainPool,
  type PooledModel,
  type PoolKind,
} from '#app/orion/pool/pooled_model'
import type { Unit } from '#app/orion/pool/units'

/** What was learned for windows of one kind: all that forecasting again needs. */
export interface LearnedModel {
  choices: Choices
  pool?: PooledModel
  /** Absent in what was learned before there were any. */
  ensembles?: Ensembles
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

/** What sells in nearly every period does so by its size. */
const ENSEMBLES_POOL = 'size'
/** Periods that the backtest covers at least, when the history is three times as long. */
const TESTED = 12

/**
 * The whole of Orion's forecasting: holds back the last of the `known` periods, lets the models forecast them,
 * chooses per demand class, and trains what was chosen on everything known. What comes after `known` in the panel
 * is never learned from; a forecast from a later origin knows the periods up to that origin.
 *
 * @param without groups of features that the pool does not look at; those without a proved gain otherwise
 */
export async function trainForecaster(
  panel: Panel,
  known: number,
  windows: DemandWindow[],
  seed: number,
  without?: FeatureGroup[]
): Promise<TrainedForecaster> {
  const { backtest, ...chosen } = await chooseByBacktest(panel, known, windows, seed, without)
  const units = unitsOf(chosen)
  const pool = units.length
    ? await trainPool(panel, known, windows, seed, { units, without })
    : undefined
  const learned = { ...chosen, pool }
  return { ...learned, backtest, forecast: forecasterOf(learned, panel, known) }
}

/** Forecasts with what was learned before; parts are judged by their first `known` periods. */
export function forecasterOf(
  { choices, pool, ensembles = {} }: LearnedModel,
  panel: Panel,
  known: number
) {
  const simple = simpleModels(panel)
  const pools = pool && poolForecasters(pool, panel)
  const together = Object.fromEntries(
    Object.entries(ensembles).map(([kind, of]) => [
      kind,
      ensembleForecaster(of, panel, pools?.[ENSEMBLES_POOL]),
    ])
  ) as Partial<Record<DemandClass, Forecaster>>
  const made = new Map<string, Forecaster>()
  const byPart = panel.values.map((values) => {
    const model = modelFor(choices, values, known)
    const kind = demandClass(values, known - 1)
    if (model === 'ensemble') return together[kind]!
    const by = choices[kind].pool ?? 'size'
    const key = `${model} ${by}`
    if (!made.has(key)) made.set(key, carryOut(model, simple, pools?.[by]))
    return made.get(key)!
  })
  const forecast: Forecaster = (part, origin, window) => byPart[part](part, origin, window)
  return forecast
}

/** Name of what forecasts a part: `pool`, a simple model such as `tsb`, `pool+tsb` for both halfway, or the ensemble of its class. */
export type ModelName = 'pool' | 'ensemble' | SimpleName | `pool+${SimpleName}`

/** A part with less than a year of months goes with the pool or with its average: nothing else can be known of it. */
export function modelFor(choices: Choices, values: Float64Array, known: number): ModelName {
  const { uses, simple, ensemble }: Choice = choices[demandClass(values, known - 1)]
  const isYoung = knownPeriods(values, known) < YEAR
  if (ensemble !== undefined && !isYoung) return 'ensemble'
  if (uses === 'pool' || (isYoung && uses === 'blend')) return 'pool'
  if (isYoung) return 'movingAverage'
  return uses === 'simple' ? simple : `pool+${simple}`
}

async function chooseByBacktest(
  panel: Panel,
  known: number,
  windows: DemandWindow[],
  seed: number,
  without?: FeatureGroup[]
): Promise<Pick<TrainedForecaster, 'choices' | 'ensembles' | 'backtest'>> {
  const longest = Math.max(...windows.map(({ ahead, periods }) => ahead + periods - 1))
  const tested = Math.min(Math.max(TESTED, longest), Math.floor(known / 3))
  const from = known - tested
  if (from < 2) return { choices: UNTESTED_CHOICES }
  const pool = await trainPool(panel, from, windows, seed, { without })
  const pools = pool && poolForecasters(pool, panel)
  const backtest = { from, until: known, windows }
  const choices = chooseModels(panel, backtest, pools)
  const forecast = forecasterOf({ choices, pool }, panel, from)
  const chosen = chooseEnsembles(panel, backtest, {
    ...{ choices, forecast },
    pool: pools?.[ENSEMBLES_POOL],
  })
  return { ...chosen, backtest: { from, forecast: forecasterOf({ ...chosen, pool }, panel, from) } }
}

/** The units of which somebody needs the pool. */
function unitsOf({ choices, ensembles = {} }: LearnedModel): Unit[] {
  const kinds = new Set<PoolKind>(
    Object.values(choices).flatMap(({ uses, pool = 'size' }) => (uses === 'simple' ? [] : [pool]))
  )
  const isMember = Object.values(ensembles).some((of) => of.some(({ name }) => name === 'pool'))
  if (isMember) kinds.add(ENSEMBLES_POOL)
  return (['size', 'piece'] as const).filter((unit) => kinds.has(unit) || kinds.has('both'))
}

function carryOut(
  model: Exclude<ModelName, 'ensemble'>,
  simple: Record<SimpleName, Forecaster>,
  pooled: Forecaster | undefined
): Forecaster {
  const [first, second] = model.split('+') as ['pool' | SimpleName, SimpleName | undefined]
  if (first !== 'pool') return simple[first]
  if (!pooled) return simple[second ?? 'movingAverage']
  return second ? blend(pooled, simple[second]) : pooled
}
