import { backtestErrors, type BacktestReport } from '#app/orion/evaluation/backtest_errors'
import type { Panel } from '#app/orion/panel/panel'
import { trainForecaster } from '#app/orion/train_forecaster'

/** Weeks that are held out. */
export const TESTED_WEEKS = 4

const NEXT_WEEK = [{ ahead: 1, periods: 1 }]

/**
 * Errors of the last four weeks of a panel of weeks, each forecast from the one before it by the pipeline of the shop,
 * which learned and chose from the weeks before all four.
 */
export async function lastWeeks(panel: Panel, seed: number): Promise<BacktestReport> {
  const from = (panel.values[0]?.length ?? 0) - TESTED_WEEKS
  const { forecast } = await trainForecaster(panel, from, NEXT_WEEK, seed)
  return backtestErrors(panel, { from, forecast }).report
}
