import vine from '@vinejs/vine'
import {
  forecastListValidator,
  forecastSkuValidator,
} from '#app/orion/forecasts/forecast_validators'
import { DEMAND_CLASSES } from '#app/orion/panel/demand_class'
import { count, one, page } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const text = () => vine.string()
const staff = { tag: 'Orion (staff)', staff: true }
/** A figure that may have decimals. */
const figure = () => vine.number()
const quantiles = { q50: figure(), q90: figure(), q95: figure(), q99: figure() }
const errors = { mae: figure(), wape: figure().nullable(), mase: figure().nullable() }

const forecast = vine.object({
  sku: text(),
  name: text(),
  demandClass: vine.enum(DEMAND_CLASSES),
  model: text(),
  knownMonths: count(),
  horizon: vine.array(vine.object({ period: text(), mean: figure(), ...quantiles })),
  leadTime: vine.object({
    ...{ periods: count(), days: count(), model: text(), mean: figure() },
    ...quantiles,
  }),
  backtest: vine.object({ periods: count(), ...errors, naive: vine.object(errors) }).nullable(),
})

const forecasts = {
  ...staff,
  summary:
    'Demand of the coming months and over the lead time, in pieces, what will sell most first; q is the beginning of a SKU',
  query: forecastListValidator,
  answer: page(forecast),
}

describeRoutes({
  'admin.forecasts.index': forecasts,
  'orion.forecasts': forecasts,
  'admin.forecasts.show': {
    ...staff,
    summary: 'The forecast of one product',
    params: forecastSkuValidator,
    answer: one(forecast),
    problems: [404],
  },
})
