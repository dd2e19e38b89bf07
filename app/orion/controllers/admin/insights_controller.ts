import type { HttpContext } from '@adonisjs/core/http'
import { closeInsight } from '#app/orion/insights/close_insight'
import { insightRow } from '#app/orion/insights/insight_row'
import {
  insightIdValidator,
  insightListValidator,
  insightPatchValidator,
} from '#app/orion/insights/insight_validators'
import { insightWeeksQuery, WEEKLY_GOAL } from '#app/orion/insights/insight_weeks_query'
import { INSIGHT_KINDS, insightsQuery, openInsightCounts } from '#app/orion/insights/insights_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What follows from the forecasts, the most money first. */
export default class InsightsController {
  async index({ request, view }: HttpContext) {
    const { cursor, kind } = await filtersOf(insightListValidator, request.qs())
    const [{ page, nextCursor }, counts, weeks] = await Promise.all([
      insightsQuery({ kind }, LIMIT, cursor),
      openInsightCounts(),
      insightWeeksQuery(),
    ])
    const list = { insights: page.map(insightRow), counts, kinds: INSIGHT_KINDS, asked: { kind } }
    return view.render('admin/forecasts/insights', {
      ...list,
      weeks,
      goal: WEEKLY_GOAL,
      nextCursor,
      cursor,
    })
  }

  async update(ctx: HttpContext) {
    const { id } = await insightIdValidator.validate(ctx.params)
    const { status } = await ctx.request.validateUsing(insightPatchValidator)
    await closeInsight(id, status, actingStaff(ctx))
    ctx.session.flash('done', `forecasts.insight_${status}`)
    return ctx.response.seeOther('/admin/insights')
  }
}
