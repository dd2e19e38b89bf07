import {
  type Forecasted,
  leadQuantile,
  monthsFrom,
  type Remembered,
} from '#app/orion/forecasts/forecasts_query'
import { pastMonths } from '#app/orion/forecasts/past_months'

/** The forecast of one product, with the months it was made from. */
export const rememberedAnswer = (forecast: Remembered) => ({
  ...forecastAnswer(forecast),
  history: pastMonths(forecast),
})

/** A forecast as programs of staff read it, in pieces. */
export function forecastAnswer(forecast: Forecasted) {
  const { backtest } = forecast
  const months = monthsFrom(forecast.origin, 0, forecast.means.length)
  return {
    sku: forecast.sku,
    name: forecast.nameFr,
    demandClass: forecast.demandClass,
    model: forecast.model,
    knownMonths: forecast.knownMonths,
    horizon: months.map((period, month) => ({
      period,
      mean: forecast.means[month],
      q50: forecast.q50[month],
      q90: forecast.q90[month],
      q95: forecast.q95[month],
      q99: forecast.q99[month],
    })),
    leadTime: {
      ...{ periods: forecast.leadMonths, days: forecast.leadDays, model: forecast.leadModel },
      mean: forecast.leadMean,
      q50: leadQuantile(forecast, 0.5),
      q90: leadQuantile(forecast, 0.9),
      q95: leadQuantile(forecast, 0.95),
      q99: leadQuantile(forecast, 0.99),
    },
    backtest: backtest && {
      ...{ periods: backtest.origins, mae: backtest.mae },
      ...{ wape: backtest.wape, mase: backtest.mase },
      naive: { mae: backtest.naiveMae, wape: backtest.naiveWape, mase: backtest.naiveMase },
    },
  }
}
