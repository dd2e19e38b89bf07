/** Forecasts in a thread of its own: takes a `ForecastOrder`, answers `ForecastRows`. */
import { workerData } from 'node:worker_threads'
import { forecastParts, type ForecastOrder } from '#app/orion/forecasts/forecast_parts'
import { answer, tell, whenLoaded } from '#app/orion/threads/in_thread'

whenLoaded(() => {
  const rows = forecastParts(workerData as ForecastOrder, tell)
  answer(rows, [rows.figures.buffer as ArrayBuffer])
})
