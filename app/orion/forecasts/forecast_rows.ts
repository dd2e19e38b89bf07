import { LEVELS } from '#app/orion/models/levels'
import type { DemandClass } from '#app/orion/panel/demand_class'
import type { ModelName } from '#app/orion/train_forecaster'

/** What is stored of a part besides its forecasts: what insights reckon with. */
export const FACTS = [
  ...(['average', 'known', 'sold', 'recent', 'recentQ95', 'earlier'] as const),
  ...(['nextQuarter', 'nextYear'] as const),
] as const

/** Forecasts of the parts of an order, one after the other. */
export interface ForecastRows {
  kinds: DemandClass[]
  models: ModelName[]
  leadModels: ModelName[]
  /** Known months of each. */
  history: number[]
  /**
   * Of each part: mean, q50, q90, q95 and q99 of every month; mean and the quantiles at `LEVELS` over the lead
   * time; and its `FACTS`.
   */
  figures: Float32Array
}

/** Figures of one part in `ForecastRows`. */
export const figuresOf = (horizon: number) => horizon * 5 + 1 + LEVELS.length + FACTS.length
