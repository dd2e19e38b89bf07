import { simulateStock, type StockPoint } from '#app/orion/evaluation/stock_simulation'
import type { Panel } from '#app/orion/panel/panel'
import type { TrainedForecaster } from '#app/orion/train_forecaster'

/** How much stock which service would have taken in the tested periods, with this lead time. */
export interface StockReport {
  lead: number
  parts: number
  periods: number
  points: StockPoint[]
}

/** Parts that are simulated: enough to tell levels apart. */
const MOST_PARTS = 4_000

/** Simulates the tested periods with the forecasts of the backtest; null when they are shorter than the lead time. */
export function stockReport(
  panel: Panel,
  lead: number,
  { from, forecast }: NonNullable<TrainedForecaster['backtest']>
): StockReport | null {
  const periods = (panel.values[0]?.length ?? 0) - from
  if (periods < lead || panel.ids.length === 0) return null
  const stride = Math.ceil(panel.ids.length / MOST_PARTS)
  const parts = panel.ids.map((_, part) => part).filter((part) => part % stride === 0)
  const forecasts = parts.map((part) =>
    Array.from({ length: periods - lead + 1 }, (_, step) =>
      forecast(part, from - 1 + step, { ahead: 1, periods: lead })
    )
  )
  const sales = parts.map((part) => panel.values[part].slice(from).map((sold) => sold || 0))
  return { lead, parts: parts.length, periods, points: simulateStock(forecasts, sales, lead) }
}
