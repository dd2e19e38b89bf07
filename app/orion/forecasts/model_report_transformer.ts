import type { ModelReport } from '#app/orion/forecasts/model_report_query'

/** The report of the model as programs of staff read it; null before anything was learned. */
export function modelReportAnswer({ model, chosen, scores }: ModelReport) {
  if (!model) return null
  const { id, trainedAt, knownUntil, months, parts, seed, forecastAt, alarm, evaluation } = model
  return {
    ...{ id, trainedAt, knownUntil, months, parts, seed, forecastAt, alarm },
    ...{ sets: chosen, backtest: evaluation.report, lastWeeks: evaluation.weeks ?? null },
    ...{ stock: evaluation.stock, scores },
  }
}
