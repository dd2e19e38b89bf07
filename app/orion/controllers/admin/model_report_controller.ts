import type { HttpContext } from '@adonisjs/core/http'
import { modelReportQuery } from '#app/orion/forecasts/model_report_query'
import { runUnderWayQuery } from '#app/orion/training/run_under_way_query'

/** What the shop forecasts with; how far a run is alone when that part of the page reads itself again. */
export default class ModelReportController {
  async show({ request, view }: HttpContext) {
    const work = await runUnderWayQuery()
    const isFragment = request.header('x-fragment') === 'live'
    if (isFragment) return view.render('admin/forecasts/training', work)
    return view.render('admin/forecasts/model', { ...work, ...(await modelReportQuery()) })
  }
}
