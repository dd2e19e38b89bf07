import {
  against,
  type Backtest,
  type Case,
  drawCases,
  FEWEST_PARTS,
  isBetter,
  JUDGED,
} from '#app/orion/backtest_cases'
import type { Choices } from '#app/orion/choose_models'
import { type Ensemble, ensembleForecaster, learnEnsemble } from '#app/orion/fast/ensemble'
import { FAST_CLASSES } from '#app/orion/fast/fast_classes'
import type { Forecaster } from '#app/orion/forecaster'
import { pinball } from '#app/orion/models/levels'
import type { DemandClass } from '#app/orion/panel/demand_class'
import { demandIn, knownPeriods, type Panel } from '#app/orion/panel/panel'

/** What was learned of fast movers, by class. */
export type Ensembles = Partial<Record<DemandClass, Ensemble>>

/** Periods that a part must be known for before models of it alone say anything. */
export const YEAR = 12
/** Parts of a class that are looked at: fits take milliseconds each. */
const MOST_PARTS = 300

/**
 * Lets models of single parts forecast together where that is better: their weights are learned from the first half of
 * the backtest and judged in the second, against what was chosen before, which stays unless it is beaten by the margin.
 * Choices of the classes that are won say so; the ensembles are learned again from all of it.
 */
export function chooseEnsembles(
  panel: Panel,
  backtest: Backtest,
  chosen: { choices: Choices; forecast: Forecaster; pool?: Forecaster }
): { choices: Choices; ensembles: Ensembles } {
  const choices = { ...chosen.choices }
  const ensembles: Ensembles = {}
  const half = backtest.from + Math.ceil((backtest.until - backtest.from) / 2)
  const cases = drawCases(panel, backtest)
  for (const kind of FAST_CLASSES) {
    const own = someParts(
      cases.filter((one) => one.kind === kind && isKnown(panel, one.part, backtest.from))
    )
    const earlier = own.filter(
      ({ origin, window }) => origin + window.ahead + window.periods <= half
    )
    const later = own.filter(({ origin }) => origin >= half - 1)
    if (!own.length || !earlier.length || !later.length) continue
    const learned = ensembleForecaster(
      learnEnsemble(earlier, panel, chosen.pool),
      panel,
      chosen.pool
    )
    const losses = lossesOf(later, panel, learned)
    const yardstick = lossesOf(later, panel, chosen.forecast)
    if (!isBetter(losses, yardstick)) continue
    choices[kind] = { ...choices[kind], ensemble: against(yardstick, losses) }
    ensembles[kind] = learnEnsemble(own, panel, chosen.pool)
  }
  return { choices, ensembles }
}

const isKnown = (panel: Panel, part: number, until: number) =>
  knownPeriods(panel.values[part], until) >= YEAR

/** Cases of every so many a part; none when there are too few parts to tell models apart. */
function someParts(cases: Case[]): Case[] {
  const parts = [...new Set(cases.map(({ part }) => part))]
  if (parts.length < FEWEST_PARTS) return []
  const stride = Math.ceil(parts.length / MOST_PARTS)
  const kept = new Set(parts.filter((_, at) => at % stride === 0))
  return cases.filter(({ part }) => kept.has(part))
}

function lossesOf(cases: Case[], panel: Panel, forecast: Forecaster): Float64Array {
  const losses = new Float64Array(JUDGED.length)
  for (const { part, origin, window } of cases) {
    const { quantiles } = forecast(part, origin, window)
    const actual = demandIn(panel.values[part], origin, window)
    for (const [at, judged] of JUDGED.entries()) {
      losses[at] += pinball(judged.level, quantiles[judged.at], actual)
    }
  }
  return losses
}
