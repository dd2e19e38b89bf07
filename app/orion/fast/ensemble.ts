import { JUDGED, type Case } from '#app/orion/backtest_cases'
import {
  around,
  calibrate,
  type Calibrations,
  unrestOf,
  windowKey,
} from '#app/orion/fast/calibration'
import { calendarModel } from '#app/orion/fast/calendar_model'
import { FAST_MODELS, type FastName } from '#app/orion/fast/fast_models'
import { weatherModel } from '#app/orion/fast/weather_model'
import { type Forecaster, simpleOverPanel } from '#app/orion/forecaster'
import { LEVELS, pinball } from '#app/orion/models/levels'
import type { SimpleModel, SimpleName } from '#app/orion/models/simple_models'
import { demandIn, type Panel } from '#app/orion/panel/panel'

type MemberName = FastName | InformedName | 'pool'
/** Models that know more than what was sold. */
type InformedName = 'prophetWithWeather' | 'prophetWithCalendar'

/**
 * A model of an ensemble and its share at each of the judged levels: what knows the middle best need not know how
 * high it may get. The pool and the simple models know their own spread; others are calibrated.
 */
interface Member {
  name: MemberName
  weights: number[]
  calibrations?: Calibrations
}

/** Models that forecast together; at each level their weights add up to 1. */
export type Ensemble = Member[]

/** They are there where the panel has what they know. */
const INFORMED: Record<InformedName, (panel: Panel) => SimpleModel | undefined> = {
  prophetWithWeather: ({ weather }) => weather && weatherModel(weather),
  prophetWithCalendar: ({ calendar }) => calendar && calendarModel(calendar),
}
/** Simple models tell their spread from all of their own past errors… */
const PLAIN = ['movingAverage', 'smoothing', 'seasonalNaive'] as const
/** …which fits would take too long for: how far off these are is learned from the backtest. */
const FITTED = ['lastValue', 'recentAverage', 'sarima', 'mstl', 'prophet'] as const
/** How often a model is picked: weights are multiples of a twentieth. */
const PICKS = 20
/** What forecasts where nobody of an ensemble can. */
const AVERAGE: Member = { name: 'movingAverage', weights: JUDGED.map(() => 1) }
/** Which of the judged levels weighs for each level. */
const WEIGHED_AT = LEVELS.map((level) => JUDGED.findLastIndex((judged) => judged.level <= level))

/**
 * Chooses models by what they said of the cases, level by level, after Caruana (2004): the best one first, then
 * again and again the one, also once more, with which the mean of all picks is best.
 */
export function learnEnsemble(cases: Case[], panel: Panel, pool?: Forecaster): Ensemble {
  const candidates = candidatesFor(cases, panel, pool)
  const said = candidates.map((member) => quantilesOf(cases, memberForecaster(member, panel, pool)))
  const actual = Float64Array.from(cases, ({ part, origin, window }) =>
    demandIn(panel.values[part], origin, window)
  )
  const shares = JUDGED.map(({ level }, column) =>
    pickShares(
      said.map((columns) => columns[column]),
      actual,
      level
    )
  )
  return candidates
    .map((member, at) => ({ ...member, weights: shares.map((share) => share[at]) }))
    .filter(({ weights }) => weights.some((weight) => weight > 0))
}

/** Forecasts any part with an ensemble; the share of who lacks what it needs goes to the others. */
export function ensembleForecaster(
  ensemble: Ensemble,
  panel: Panel,
  pool?: Forecaster
): Forecaster {
  const able = ensemble.filter(({ name }) => (name === 'pool' ? pool : modelOf(name, panel)))
  const members = (able.length > 0 ? able : [AVERAGE]).map((member) => ({
    ...member,
    forecast: memberForecaster(member, panel, pool),
  }))
  const whole = JUDGED.map((_, at) => members.reduce((sum, { weights }) => sum + weights[at], 0))
  const shareAt = (weights: number[], at: number) =>
    whole[at] > 0 ? weights[at] / whole[at] : 1 / members.length
  return (part, origin, window) => {
    let mean = 0
    const quantiles = new Float64Array(LEVELS.length)
    for (const { weights, forecast } of members) {
      const said = forecast(part, origin, window)
      mean += shareAt(weights, 0) * said.mean
      for (const [at, quantile] of said.quantiles.entries()) {
        quantiles[at] += shareAt(weights, WEIGHED_AT[at]) * quantile
      }
    }
    return { mean, quantiles: inOrder(quantiles) }
  }
}

/** Every model as a member of its own with all of the weight. */
export function candidatesFor(cases: Case[], panel: Panel, pool?: Forecaster): Member[] {
  const weights = JUDGED.map(() => 1)
  const informed = (Object.keys(INFORMED) as InformedName[]).filter((name) => INFORMED[name](panel))
  const fitted = [...FITTED, ...informed].map((name) => {
    const model = modelOf(name, panel)!
    const points = Float64Array.from(cases, ({ part, origin, window }) =>
      model(panel.values[part], panel.season)(origin, window)
    )
    return { name, weights, calibrations: calibrate(cases, points, panel) }
  })
  const pooled = pool ? [{ name: 'pool' as const, weights }] : []
  return [...PLAIN.map((name) => ({ name, weights })), ...fitted, ...pooled]
}

function memberForecaster({ name, calibrations }: Member, panel: Panel, pool?: Forecaster) {
  if (name === 'pool') return pool!
  if (!calibrations) return simpleOverPanel(name as SimpleName, panel)
  const model = modelOf(name, panel)!
  const made: ReturnType<SimpleModel>[] = []
  const forecast: Forecaster = (part, origin, window) => {
    const values = panel.values[part]
    made[part] ??= model(values, panel.season)
    const calibration = calibrations[windowKey(window)] ?? calibrations.all
    return around(made[part](origin, window), unrestOf(values, origin), calibration)
  }
  return forecast
}

const modelOf = (name: Exclude<MemberName, 'pool'>, panel: Panel): SimpleModel | undefined =>
  isInformed(name) ? INFORMED[name](panel) : FAST_MODELS[name]

const isInformed = (name: MemberName): name is InformedName => name in INFORMED

/** Shares of the candidates at a level, from what each of them said. */
function pickShares(said: Float64Array[], actual: Float64Array, level: number): number[] {
  const picks = new Array<number>(said.length).fill(0)
  let sum = new Float64Array(actual.length)
  let best = Infinity
  let made = 0
  while (made < PICKS) {
    const losses = said.map((quantiles) => {
      let loss = 0
      for (const [at, sold] of actual.entries()) {
        loss += pinball(level, (sum[at] + quantiles[at]) / (made + 1), sold)
      }
      return loss
    })
    const next = losses.indexOf(Math.min(...losses))
    if (losses[next] > best) break
    best = losses[next]
    sum = sum.map((value, at) => value + said[next][at])
    picks[next]++
    made++
  }
  return picks.map((count) => count / made)
}

/** At each of the judged levels, one number for each case. */
function quantilesOf(cases: Case[], forecast: Forecaster): Float64Array[] {
  const columns = JUDGED.map(() => new Float64Array(cases.length))
  for (const [row, { part, origin, window }] of cases.entries()) {
    const { quantiles } = forecast(part, origin, window)
    for (const [column, { at }] of JUDGED.entries()) columns[column][row] = quantiles[at]
  }
  return columns
}

/** Whole pieces that never sink from a level to the next: levels are weighed apart. */
function inOrder(quantiles: Float64Array): Float64Array {
  let highest = 0
  return quantiles.map((quantile) => (highest = Math.max(highest, Math.round(quantile))))
}
