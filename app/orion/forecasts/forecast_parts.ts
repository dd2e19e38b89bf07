import {
  type Facts,
  figuresOf,
  type ForecastRows,
  monthly as figuresOfMonth,
  writeFigures,
} from '#app/orion/forecasts/forecast_rows'
import type { Forecaster } from '#app/orion/forecaster'
import { levelAt } from '#app/orion/models/levels'
import { demandClass } from '#app/orion/panel/demand_class'
import { demandIn, type DemandWindow, knownPeriods, type Panel } from '#app/orion/panel/panel'
import { unpackPanel, type PackedPanel } from '#app/orion/panel/packed_panel'
import type { Progress } from '#app/orion/threads/in_thread'
import {
  forecasterOf,
  modelFor,
  UNTESTED_CHOICES,
  type LearnedModel,
} from '#app/orion/train_forecaster'
import type { LearnedSet } from '#app/orion/training/learned_set'

export interface ForecastOrder {
  panel: PackedPanel
  sets: LearnedSet[]
  horizon: number
  /** Months of the lead time of each part of the panel. */
  leads: Uint8Array
  /** The parts to forecast, from this row of the panel to before that one. */
  from: number
  until: number
}

const YEAR = 12
const QUARTER = 3
const EVERY = 500

/** Forecasts parts with what was learned, `horizon` months (at most 12) of each. A lead time that nothing was learned for is planned with an average. */
export function forecastParts(order: ForecastOrder, tell: (progress: Progress) => void) {
  const { sets, horizon, leads, from, until } = order
  const panel = unpackPanel(order.panel)
  const months = order.panel.periods
  const told = (learned: LearnedModel) => ({
    ...learned,
    forecast: forecasterOf(learned, panel, months),
  })
  const byLead = new Map(sets.map((set) => [set.lead, told(set)]))
  const untested = told({ choices: UNTESTED_CHOICES })
  const monthly = byLead.get(0) ?? untested
  const rows: ForecastRows = {
    ...{ kinds: [], models: [], leadModels: [], history: [] },
    figures: new Float32Array((until - from) * figuresOf(horizon)),
  }
  for (let part = from; part < until; part++) {
    if ((part - from) % EVERY === 0) {
      tell({ phase: 'forecasting', done: part - from, total: until - from })
    }
    const values = panel.values[part]
    const overLead = byLead.get(leads[part]) ?? untested
    rows.kinds.push(demandClass(values))
    rows.models.push(modelFor(monthly.choices, values, months))
    rows.leadModels.push(modelFor(overLead.choices, values, months))
    rows.history.push(knownPeriods(values, months))
    const window = { ahead: 1, periods: leads[part] }
    const lead = overLead.forecast(part, months - 1, window)
    // Insights reckon with a year, whatever is told of it.
    const year = Array.from({ length: YEAR }, (_, month) =>
      monthly.forecast(part, months - 1, { ahead: month + 1, periods: 1 })
    )
    writeFigures(rows.figures, part - from, {
      months: year.slice(0, horizon).map(figuresOfMonth),
      lead,
      facts: {
        ...pastFacts(panel, part, overLead.forecast, window),
        nextQuarter: meanOf(year.slice(0, QUARTER)),
        nextYear: YEAR * meanOf(year),
      },
    })
  }
  tell({ phase: 'forecasting', done: until - from, total: until - from })
  return rows
}

/**
 * Mean of the known ones of the last 12 months, how many were known and how many had a sale; the demand of the
 * last months that make a lead time, its q95 as it was seen before them, and the mean of the 12 months before them.
 */
function pastFacts(
  panel: Panel,
  part: number,
  forecast: Forecaster,
  window: DemandWindow
): Omit<Facts, 'nextQuarter' | 'nextYear'> {
  const values = panel.values[part]
  const before = values.length - 1 - window.periods
  const year = values.subarray(Math.max(0, values.length - YEAR))
  const earlier = values.subarray(Math.max(0, before + 1 - YEAR), Math.max(0, before + 1))
  return {
    average: meanKnown(year),
    known: knownPeriods(year, year.length),
    sold: year.filter((value) => value > 0).length,
    recent: before < 0 ? Number.NaN : demandIn(values, before, window),
    recentQ95: before < 0 ? Number.NaN : forecast(part, before, window).quantiles[levelAt(0.95)],
    earlier: meanKnown(earlier),
  }
}

const meanOf = (forecasts: { mean: number }[]) =>
  forecasts.reduce((sum, { mean }) => sum + mean, 0) / forecasts.length

/** NaN when nothing is known. */
function meanKnown(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / known.length
}
