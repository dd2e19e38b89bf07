import { levelAt, pinball } from '#app/orion/models/levels'
import { demandIn, type Panel } from '#app/orion/panel/panel'
import type { TrainedForecaster } from '#app/orion/train_forecaster'

/** Errors of forecasts of the next period, from rolling origins. Absolute ones are of the median, squared ones of the mean. */
export interface BacktestReport {
  /** First period that was forecast, as an index of the panel, and how many. */
  from: number
  origins: number
  parts: number
  cases: number
  mae: number
  rmse: number
  /** Only over periods with a sale, which are this share of all; null without any. */
  mape: number | null
  mapeDefined: number
  wape: number | null
  /** Against the mean step of the history before; parts that never changed are left out. */
  mase: number | null
  rmsse: number | null
  /** The last known period said again. */
  naive: { mae: number; wape: number | null; mase: number | null }
  /** Twice the pinball loss over the demand. */
  wql: { q50: number; q90: number; q95: number; q99: number } | null
  /** Share of the cases that were no higher than the quantile. */
  coverage: { q50: number; q90: number; q95: number; q99: number }
}

/** Figures of one part in `PartErrors`, in this order; NaN where one is undefined. */
export const ERROR_FIGURES = [
  'origins',
  'mae',
  'wape',
  'mase',
  'naiveMae',
  'naiveWape',
  'naiveMase',
] as const
type ErrorFigures = Record<(typeof ERROR_FIGURES)[number], number>

/** `ERROR_FIGURES` of each part of the panel, row after row. */
export type PartErrors = Float32Array

/** The errors of the part in this row. */
export function partErrors(errors: PartErrors, row: number): ErrorFigures {
  const first = row * ERROR_FIGURES.length
  return Object.fromEntries(
    ERROR_FIGURES.map((name, at) => [name, errors[first + at]])
  ) as ErrorFigures
}

const NEXT = { ahead: 1, periods: 1 }
const JUDGED = (['q50', 'q90', 'q95', 'q99'] as const).map((name) => {
  const level = Number(name.slice(1)) / 100
  return { name, level, at: levelAt(level as 0.5) }
})

/** Forecasts each of the periods from `from` on from the one before it and says how far off that was. */
export function backtestErrors(
  panel: Panel,
  { from, forecast }: NonNullable<TrainedForecaster['backtest']>
): { report: BacktestReport; parts: PartErrors } {
  const sums = new Sums()
  const rows = new Float32Array(panel.ids.length * ERROR_FIGURES.length)
  for (const [part, values] of panel.values.entries()) {
    const one = new PartSums(values, from)
    for (let origin = from - 1; origin < values.length - 1; origin++) {
      const actual = demandIn(values, origin, NEXT)
      if (Number.isNaN(actual)) continue
      const { mean, quantiles } = forecast(part, origin, NEXT)
      one.add(actual, quantiles[levelAt(0.5)], mean, lastKnown(values, origin))
      sums.add(actual, quantiles)
    }
    sums.close(one)
    const figures = one.figures()
    for (const [at, name] of ERROR_FIGURES.entries()) {
      rows[part * ERROR_FIGURES.length + at] = figures[name]
    }
  }
  const origins = (panel.values[0]?.length ?? 0) - from
  return { report: { from, origins, ...sums.report() }, parts: rows }
}

/** Errors of one part. */
class PartSums {
  cases = 0
  error = 0
  naiveError = 0
  squares = 0
  demand = 0
  mapes = 0
  sales = 0
  readonly #scale: { steps: number; squares: number }

  constructor(values: Float64Array, from: number) {
    this.#scale = meanSteps(values, from)
  }

  add(actual: number, median: number, mean: number, naive: number) {
    this.cases++
    this.error += Math.abs(median - actual)
    this.naiveError += Math.abs(naive - actual)
    this.squares += (mean - actual) ** 2
    this.demand += actual
    if (actual === 0) return
    this.sales++
    this.mapes += Math.abs(median - actual) / actual
  }

  get mase() {
    return this.error / this.cases / this.#scale.steps
  }

  get naiveMase() {
    return this.naiveError / this.cases / this.#scale.steps
  }

  get rmsse() {
    return Math.sqrt(this.squares / this.cases / this.#scale.squares)
  }

  figures(): ErrorFigures {
    const { cases, error, naiveError, demand } = this
    return {
      origins: cases,
      mae: error / cases,
      wape: demand > 0 ? error / demand : Number.NaN,
      mase: defined(this.mase),
      naiveMae: naiveError / cases,
      naiveWape: demand > 0 ? naiveError / demand : Number.NaN,
      naiveMase: defined(this.naiveMase),
    }
  }
}

/** Errors over all parts. */
class Sums {
  #total = { parts: 0, cases: 0, error: 0, naive: 0, squares: 0, demand: 0, mapes: 0, sales: 0 }
  #scaled = { mase: new Mean(), rmsse: new Mean(), naiveMase: new Mean() }
  #losses = new Float64Array(JUDGED.length)
  #covered = new Float64Array(JUDGED.length)

  add(actual: number, quantiles: Float64Array) {
    for (const [index, { level, at }] of JUDGED.entries()) {
      this.#losses[index] += pinball(level, quantiles[at], actual)
      if (actual <= quantiles[at]) this.#covered[index]++
    }
  }

  close(part: PartSums) {
    if (part.cases === 0) return
    const total = this.#total
    total.parts++
    total.cases += part.cases
    total.error += part.error
    total.naive += part.naiveError
    total.squares += part.squares
    total.demand += part.demand
    total.mapes += part.mapes
    total.sales += part.sales
    this.#scaled.mase.add(part.mase)
    this.#scaled.rmsse.add(part.rmsse)
    this.#scaled.naiveMase.add(part.naiveMase)
  }

  report(): Omit<BacktestReport, 'from' | 'origins'> {
    const { parts, cases, error, naive, squares, demand, mapes, sales } = this.#total
    const byName = (values: Float64Array, by: number) =>
      Object.fromEntries(
        JUDGED.map(({ name }, at) => [name, by > 0 ? values[at] / by : 0])
      ) as BacktestReport['coverage']
    const over = (sum: number, by: number) => (by > 0 ? sum / by : null)
    return {
      ...{ parts, cases, mae: error / Math.max(1, cases) },
      ...{ rmse: Math.sqrt(squares / Math.max(1, cases)), wape: over(error, demand) },
      ...{ mape: over(mapes, sales), mapeDefined: sales / Math.max(1, cases) },
      ...{ mase: this.#scaled.mase.value, rmsse: this.#scaled.rmsse.value },
      naive: {
        mae: naive / Math.max(1, cases),
        wape: over(naive, demand),
        mase: this.#scaled.naiveMase.value,
      },
      wql:
        demand > 0
          ? byName(
              this.#losses.map((loss) => 2 * loss),
              demand
            )
          : null,
      coverage: byName(this.#covered, cases),
    }
  }
}

/** Mean of what is defined. */
class Mean {
  #sum = 0
  #count = 0

  add(value: number) {
    if (!Number.isFinite(value)) return
    this.#sum += value
    this.#count++
  }

  get value() {
    return this.#count > 0 ? this.#sum / this.#count : null
  }
}

const defined = (value: number) => (Number.isFinite(value) ? value : Number.NaN)

/** How much a history moves from one known period to the next: absolute, and squared. */
function meanSteps(values: Float64Array, until: number) {
  let steps = 0
  let squares = 0
  let count = 0
  let before = Number.NaN
  for (let at = 0; at < until; at++) {
    if (Number.isNaN(values[at])) continue
    if (!Number.isNaN(before)) {
      steps += Math.abs(values[at] - before)
      squares += (values[at] - before) ** 2
      count++
    }
    before = values[at]
  }
  return { steps: steps / count, squares: squares / count }
}

function lastKnown(values: Float64Array, origin: number): number {
  for (let at = origin; at >= 0; at--) if (!Number.isNaN(values[at])) return values[at]
  return 0
}
