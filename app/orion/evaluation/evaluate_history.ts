import type { Choices } from '#app/orion/choose_models'
import type { History } from '#app/orion/evaluation/read_history'
import { cleanHistory, type DemandWindow, type Forecast, type Panel } from '#app/orion/panel/panel'
import { trainForecaster } from '#app/orion/train_forecaster'

interface EvaluationOrder {
  /** Last periods that are held out. */
  horizon: number
  /** Periods of the lead time in a rolling evaluation; each held-out period by itself without it. */
  lead?: number
  seed: number
}

/** Forecast of step 1, 2, … of each series, in the order of the history. */
export interface Evaluation {
  choices: Choices
  rows: Iterable<{ id: string; step: number; forecast: Forecast }>
}

/**
 * Forecasts the held-out end of a history with the pipeline the shop runs on. Nothing is learned from the end; in a
 * rolling evaluation step k knows what was sold before it. Throws `RangeError` when nothing is left to learn from.
 */
export async function evaluateHistory(
  history: History,
  { horizon, lead, seed }: EvaluationOrder
): Promise<Evaluation> {
  const known = (history.values[0]?.length ?? 0) - horizon
  if (known < 1)
    throw new RangeError(`${horizon} periods are held out of ${known + horizon}: none is left`)
  if (lead && lead > horizon)
    throw new RangeError(`a lead of ${lead} does not fit into ${horizon} periods`)
  const order = history.besideRelatives ? [...history.ids.keys()] : besideRelatives(history.ids)
  const panel = panelOf(history, order, known)
  const windows = lead ? [{ ahead: 1, periods: lead }] : eachPeriod(horizon)
  const { forecast, choices } = await trainForecaster(panel, known, windows, seed)
  const rowOf = new Map(order.map((series, row) => [series, row]))
  const steps = lead ? horizon - lead + 1 : horizon

  function* rows() {
    for (const [series, id] of history.ids.entries()) {
      for (let step = 1; step <= steps; step++) {
        const origin = lead ? known + step - 2 : known - 1
        const window = lead ? windows[0] : windows[step - 1]
        yield { id, step, forecast: forecast(rowOf.get(series)!, origin, window) }
      }
    }
  }
  return { choices, rows: rows() }
}

function eachPeriod(horizon: number): DemandWindow[] {
  return Array.from({ length: horizon }, (_, step) => ({ ahead: step + 1, periods: 1 }))
}

/** Series in the order of their ids, numbers by their size: numbers that follow each other are often one family. */
export function besideRelatives(ids: string[]): number[] {
  const { compare } = new Intl.Collator('en', { numeric: true })
  return ids.map((_, series) => series).sort((one, other) => compare(ids[one], ids[other]))
}

/**
 * The panel of these series in that order. Only what was known is cleaned by what came before and after; an empty cell
 * of the end counts as 0, as in scoring. That it was empty is known once the period is over.
 */
export function panelOf({ ids, values, season }: History, order: number[], known: number): Panel {
  return {
    ids: order.map((series) => ids[series]),
    season,
    values: order.map((series) => {
      const row = Float64Array.from(values[series], (value) => Math.max(0, value || 0))
      row.set(cleanHistory(values[series].subarray(0, known)))
      return row
    }),
    recorded: order.map((series) =>
      Uint8Array.from(values[series], (value) => (Number.isNaN(value) ? 0 : 1))
    ),
  }
}
