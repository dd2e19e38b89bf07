import { LEVELS, levelAt } from '#app/orion/models/levels'
import type { DemandClass } from '#app/orion/panel/demand_class'
import type { Forecast } from '#app/orion/panel/panel'
import type { ModelName } from '#app/orion/train_forecaster'

/** What is stored of a part besides its forecasts: what insights reckon with. */
export const FACTS = [
  'average',
  'known',
  'sold',
  'recent',
  'recentQ95',
  'earlier',
  'nextQuarter',
  'nextYear',
] as const
/** NaN where one is unknown. */
export type Facts = Record<(typeof FACTS)[number], number>

/** What is stored of each month. */
const MONTHLY = ['mean', 'q50', 'q90', 'q95', 'q99'] as const
type Monthly = Record<(typeof MONTHLY)[number], number>

/** Forecasts of the parts of an order, one after the other. */
export interface ForecastRows {
  kinds: DemandClass[]
  models: ModelName[]
  leadModels: ModelName[]
  /** Known months of each. */
  history: number[]
  /** Of each part, `figuresOf(horizon)` numbers: `writeFigures` and `readFigures` know where each stands. */
  figures: Float32Array
}

/** What the figures of one part say: each month, the lead time, and its facts. */
interface PartFigures {
  months: Monthly[]
  lead: Forecast
  facts: Facts
}

/** Figures of one part in `ForecastRows`. */
export const figuresOf = (horizon: number) =>
  horizon * MONTHLY.length + 1 + LEVELS.length + FACTS.length

/** What is stored of a forecast of a month. */
export const monthly = ({ mean, quantiles }: Forecast): Monthly => ({
  mean,
  q50: quantiles[levelAt(0.5)],
  q90: quantiles[levelAt(0.9)],
  q95: quantiles[levelAt(0.95)],
  q99: quantiles[levelAt(0.99)],
})

/** Writes the figures of the part in this row of an order. */
export function writeFigures(figures: Float32Array, row: number, told: PartFigures) {
  const { months, lead, facts } = told
  let at = row * figuresOf(months.length)
  for (const month of months) for (const name of MONTHLY) figures[at++] = month[name]
  figures[at++] = lead.mean
  for (const quantile of lead.quantiles) figures[at++] = quantile
  for (const name of FACTS) figures[at++] = facts[name]
}

/** Reads what was written of the part in this row, `horizon` months of it. */
export function readFigures(figures: Float32Array, row: number, horizon: number): PartFigures {
  let at = row * figuresOf(horizon)
  const named = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, figures[at++]])) as Record<Name, number>
  const months = Array.from({ length: horizon }, () => named(MONTHLY))
  const mean = figures[at++]
  const quantiles = Float64Array.from(LEVELS, () => figures[at++])
  return { months, lead: { mean, quantiles }, facts: named(FACTS) }
}
