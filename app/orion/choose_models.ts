import {
  against,
  type Backtest,
  type Case,
  drawCases,
  FEWEST_PARTS,
  isBetter,
  JUDGED,
} from '#app/orion/backtest_cases'
import { simpleModels, type Forecaster } from '#app/orion/forecaster'
import { pinball } from '#app/orion/models/levels'
import { SIMPLE_MODELS, type SimpleName } from '#app/orion/models/simple_models'
import { DEMAND_CLASSES, type DemandClass } from '#app/orion/panel/demand_class'
import { demandIn, type Panel } from '#app/orion/panel/panel'
import type { PoolKind } from '#app/orion/pool/pooled_model'

/** What forecasts the parts of one class: the simple model itself, the pool, or both halfway. */
export interface Choice {
  simple: SimpleName
  uses: 'simple' | 'pool' | 'blend'
  /** Which members of the pool; absent when it is not used, and in what was learned before there was a choice. */
  pool?: PoolKind
  /** Mean loss of the chosen one against the simple model in the backtest, 1 when it is the same. */
  ratio: number
  /**
   * Loss of the ensemble of fast movers against what is chosen above, when it won: parts that are known for a year
   * go with it.
   */
  ensemble?: number
  /** All that stood for election; absent in what was learned before it was kept. */
  rivals?: Rated[]
}

/** How a rival of the simple model did in the backtest. */
export interface Rated {
  uses: 'pool' | 'blend'
  pool: PoolKind
  /** Mean loss against that of the simple model. */
  ratio: number
  /** Whether it won by the margin, and was hardly worse at any level. */
  isBetter: boolean
}

export type Choices = Record<DemandClass, Choice>

/** Members of one unit have to be better than both together by so much of the loss: two err less than one. */
const EDGE = 0.005

/** What a shop starts with while there is nothing to test on. */
export const UNTESTED: Choice = { simple: 'movingAverage', uses: 'simple', ratio: 1 }

/** The pool in all its kinds. */
type Pools = Partial<Record<PoolKind, Forecaster>>

/**
 * Chooses per demand class by forecasting the last periods from rolling origins. Of the simple models the best one
 * is the yardstick; the pool, of whichever kind, alone or blended with it, replaces it only by a margin.
 */
export function chooseModels(panel: Panel, backtest: Backtest, pools: Pools = {}): Choices {
  const cases = drawCases(panel, backtest)
  const actual = Float64Array.from(cases, ({ part, origin, window }) =>
    demandIn(panel.values[part], origin, window)
  )
  const lossesOf = (told: Float64Array) => judge(cases, actual, told)
  const names = Object.keys(SIMPLE_MODELS) as SimpleName[]
  const simple = tell(cases, simpleModels(panel))
  const pooled = tell(cases, pools as Record<PoolKind, Forecaster>)
  const losses = new Map(names.map((name) => [name, lossesOf(simple.get(name)!)]))
  const rivals = new Map<SimpleName, Rival[]>()
  const rivalsOf = (name: SimpleName): Rival[] =>
    [...pooled].flatMap(([pool, told]) => [
      { uses: 'pool' as const, pool, losses: lossesOf(told) },
      { uses: 'blend' as const, pool, losses: lossesOf(halfway(told, simple.get(name)!)) },
    ])
  const choose = (kind: DemandClass | 'all') => {
    const best = bestSimple(losses, kind)
    if (!rivals.has(best)) rivals.set(best, rivalsOf(best))
    const rated = rate(losses.get(best)!.get(kind)!, rivals.get(best)!, kind)
    return { simple: best, ...bestOf(rated), rivals: rated }
  }
  const parts = countClasses(cases)
  const overall = cases.length ? choose('all') : UNTESTED
  return Object.fromEntries(
    DEMAND_CLASSES.map((kind) => [
      kind,
      (parts.get(kind)?.size ?? 0) < FEWEST_PARTS ? overall : choose(kind),
    ])
  ) as Choices
}

/** Loss at each of the judged levels, per class and over all. */
type Losses = Map<DemandClass | 'all', Float64Array>

interface Rival {
  uses: 'pool' | 'blend'
  pool: PoolKind
  losses: Losses
}

/** What each forecaster says of each case at the judged levels, case after case: those that share work are asked in turn. */
function tell<Name extends string>(
  cases: Case[],
  forecasters: Record<Name, Forecaster>
): Map<Name, Float64Array> {
  const asked = Object.entries(forecasters) as [Name, Forecaster][]
  const told = new Map(
    asked.map(([name]) => [name, new Float64Array(cases.length * JUDGED.length)])
  )
  for (const [row, { part, origin, window }] of cases.entries()) {
    for (const [name, forecast] of asked) {
      const { quantiles } = forecast(part, origin, window)
      for (const [column, { at }] of JUDGED.entries()) {
        told.get(name)![row * JUDGED.length + column] = quantiles[at]
      }
    }
  }
  return told
}

function halfway(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((quantile, at) => (quantile + other[at]) / 2)
}

function judge(cases: Case[], actual: Float64Array, told: Float64Array): Losses {
  const losses: Losses = new Map(
    [...DEMAND_CLASSES, 'all' as const].map((kind) => [kind, new Float64Array(JUDGED.length)])
  )
  const all = losses.get('all')!
  for (const [row, { kind }] of cases.entries()) {
    const own = losses.get(kind)!
    for (const [column, { level }] of JUDGED.entries()) {
      const loss = pinball(level, told[row * JUDGED.length + column], actual[row])
      own[column] += loss
      all[column] += loss
    }
  }
  return losses
}

function bestSimple(losses: Map<SimpleName, Losses>, kind: DemandClass | 'all'): SimpleName {
  const yardstick = losses.get('movingAverage')!.get(kind)!
  const scored = [...losses].map(([name, per]) => ({
    name,
    score: against(yardstick, per.get(kind)!),
  }))
  return scored.reduce((best, next) => (next.score < best.score ? next : best)).name
}

function rate(yardstick: Float64Array, rivals: Rival[], kind: DemandClass | 'all'): Rated[] {
  return rivals.map(({ uses, pool, losses }) => {
    const own = losses.get(kind)!
    return { uses, pool, ratio: against(yardstick, own), isBetter: isBetter(own, yardstick) }
  })
}

function bestOf(rated: Rated[]): Pick<Choice, 'uses' | 'pool' | 'ratio'> {
  let best: Pick<Choice, 'uses' | 'pool' | 'ratio'> = { uses: 'simple', ratio: 1 }
  for (const { isBetter: hasWon, ...rival } of rated) {
    const isSure = rival.pool === 'both' || rival.ratio < best.ratio - EDGE
    if (hasWon && isSure && rival.ratio < best.ratio) best = rival
  }
  return best
}

function countClasses(cases: Case[]): Map<DemandClass, Set<number>> {
  const parts = new Map<DemandClass, Set<number>>()
  for (const { part, kind } of cases) parts.set(kind, (parts.get(kind) ?? new Set()).add(part))
  return parts
}
