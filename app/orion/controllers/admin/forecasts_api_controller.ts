import type { HttpContext } from '@adonisjs/core/http'
import { forecastAnswer, rememberedAnswer } from '#app/orion/forecasts/forecast_transformer'
import {
  forecastListValidator,
  forecastSkuValidator,
} from '#app/orion/forecasts/forecast_validators'
import { forecastQuery, forecastsQuery } from '#app/orion/forecasts/forecasts_query'
import { notFound } from '#app/platform/http/problem'
import { ROWS } from '#app/platform/lists/rows'

/** Forecasts as staff programs read them. */
export default class ForecastsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await forecastListValidator.validate(request.qs())
    const { page, nextCursor } = await forecastsQuery(asked, limit, cursor)
    return { data: page.map(forecastAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const forecast = await forecastQuery(await forecastSkuValidator.validate(params))
    if (!forecast) throw notFound('forecast')
    return { data: rememberedAnswer(forecast) }
  }
}
