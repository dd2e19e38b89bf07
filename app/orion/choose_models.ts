import {
  against,
  type Backtest,
  type Case,
  drawCases,
  FEWEST_PARTS,
  isBetter,
  JUDGED,
} from '#app/orion/backtest_cases'
import { blend, simpleOverPanel, type Forecaster } from '#app/orion/forecaster'
import { pinball } from '#app/orion/models/levels'
import { SIMPLE_MODELS, type SimpleName } from '#app/orion/models/simple_models'
import { DEMAND_CLASSES, type DemandClass } from '#app/orion/panel/demand_class'
import { demandIn, type Panel } from '#app/orion/panel/panel'

/** What forecasts the parts of one class: the simple model itself, the pool, or both halfway. */
export interface Choice {
  simple: SimpleName
  uses: 'simple' | 'pool' | 'blend'
  /** Mean loss of the chosen one against the simple model in the backtest, 1 when it is the same. */
  ratio: number
  /**
   * Loss of the ensemble of fast movers against what is chosen above, when it won: parts that are known for a year
   * go with it.
   */
  ensemble?: number
}

export type Choices = Record<DemandClass, Choice>

/** What a shop starts with while there is nothing to test on. */
export const UNTESTED: Choice = { simple: 'movingAverage', uses: 'simple', ratio: 1 }

/**
 * Chooses per demand class by forecasting the last periods from rolling origins. Of the simple models the best one
 * is the yardstick; the pool, alone or blended with it, replaces it only by a margin.
 */
export function chooseModels(panel: Panel, backtest: Backtest, pool?: Forecaster): Choices {
  const cases = drawCases(panel, backtest)
  const names = Object.keys(SIMPLE_MODELS) as SimpleName[]
  const losses = new Map(
    names.map((name) => [name, judge(cases, panel, simpleOverPanel(name, panel))])
  )
  const poolLosses = pool && judge(cases, panel, pool)
  const blends = new Map<SimpleName, Losses>()
  const blendOf = (simple: SimpleName) => {
    if (!pool) return undefined
    const known =
      blends.get(simple) ?? judge(cases, panel, blend(pool, simpleOverPanel(simple, panel)))
    blends.set(simple, known)
    return known
  }
  const choose = (kind: DemandClass | 'all') => {
    const simple = bestSimple(losses, kind)
    const yardstick = losses.get(simple)!.get(kind)!
    const rivals = { pool: poolLosses?.get(kind), blend: blendOf(simple)?.get(kind) }
    return { simple, ...bestRival(yardstick, rivals) }
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

function judge(cases: Case[], panel: Panel, forecast: Forecaster): Losses {
  const losses: Losses = new Map(
    [...DEMAND_CLASSES, 'all' as const].map((kind) => [kind, new Float64Array(JUDGED.length)])
  )
  const all = losses.get('all')!
  for (const { part, kind, origin, window } of cases) {
    const { quantiles } = forecast(part, origin, window)
    const actual = demandIn(panel.values[part], origin, window)
    const own = losses.get(kind)!
    for (const [index, { level, at }] of JUDGED.entries()) {
      const loss = pinball(level, quantiles[at], actual)
      own[index] += loss
      all[index] += loss
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

function bestRival(
  yardstick: Float64Array,
  rivals: Partial<Record<'pool' | 'blend', Float64Array>>
): Pick<Choice, 'uses' | 'ratio'> {
  let best: Pick<Choice, 'uses' | 'ratio'> = { uses: 'simple', ratio: 1 }
  for (const [uses, losses] of Object.entries(rivals) as ['pool' | 'blend', Float64Array][]) {
    const ratio = losses ? against(yardstick, losses) : 1
    if (losses && isBetter(losses, yardstick) && ratio < best.ratio) best = { uses, ratio }
  }
  return best
}

function countClasses(cases: Case[]): Map<DemandClass, Set<number>> {
  const parts = new Map<DemandClass, Set<number>>()
  for (const { part, kind } of cases) parts.set(kind, (parts.get(kind) ?? new Set()).add(part))
  return parts
}
