import { forecastChart } from '#app/orion/forecasts/forecast_chart'
import { leadQuantile, monthsFrom, type Remembered } from '#app/orion/forecasts/forecasts_query'
import { pastMonths } from '#app/orion/forecasts/past_months'

const YEAR = 12

/** All that the page of a forecast shows. */
export function forecastPage(forecast: Remembered) {
  const { origin, history, means, q50, q90, q95, q99, facts } = forecast
  const past = pastMonths(forecast)
  const coming = monthsFrom(origin, 0, means.length)
  const all = [...past.map(({ period }) => period), ...coming]
  return {
    forecast,
    chart: forecastChart(history, means, q95),
    axis: [all[0], all[(all.length - 1) >> 1], all.at(-1)],
    past: past.toReversed(),
    isMarked: past.some(({ promoted, bulk }) => promoted > 0 || bulk > 0),
    coming: coming.map((month, at) => ({
      ...{ month, mean: means[at], q50: q50[at], q90: q90[at], q95: q95[at], q99: q99[at] },
    })),
    lead: {
      q50: leadQuantile(forecast, 0.5),
      q90: leadQuantile(forecast, 0.9),
      q95: leadQuantile(forecast, 0.95),
      q99: leadQuantile(forecast, 0.99),
    },
    isShort: forecast.knownMonths < YEAR,
    oneOff: facts.oneOff && {
      ...facts.oneOff,
      month: monthsFrom(origin, -facts.oneOff.monthsAgo, 1)[0],
    },
  }
}
