import type { HttpContext } from '@adonisjs/core/http'
import { forecastPage } from '#app/orion/forecasts/forecast_page'
import {
  forecastListValidator,
  forecastProductValidator,
} from '#app/orion/forecasts/forecast_validators'
import { forecastQuery, forecastsQuery } from '#app/orion/forecasts/forecasts_query'
import { DEMAND_CLASSES } from '#app/orion/panel/demand_class'
import { notFound } from '#app/platform/http/problem'
import { filtersOf } from '#app/platform/lists/filters_of'

const LIMIT = 50

/** What is going to be asked for. */
export default class ForecastsController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(forecastListValidator, request.qs())
    const { page, nextCursor } = await forecastsQuery(asked, LIMIT, cursor)
    const list = { forecasts: page, asked, classes: DEMAND_CLASSES, nextCursor, cursor }
    return view.render('admin/forecasts/index', list)
  }

  async show({ params, view }: HttpContext) {
    const forecast = await forecastQuery(await forecastProductValidator.validate(params))
    if (!forecast) throw notFound('forecast')
    return view.render('admin/forecasts/show', forecastPage(forecast))
  }
}
