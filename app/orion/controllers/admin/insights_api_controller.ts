import type { HttpContext } from '@adonisjs/core/http'
import { closeInsight } from '#app/orion/insights/close_insight'
import { insightAnswer } from '#app/orion/insights/insight_transformer'
import {
  insightIdValidator,
  insightListValidator,
  insightPatchValidator,
} from '#app/orion/insights/insight_validators'
import { insightsQuery } from '#app/orion/insights/insights_query'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

/** Insights as staff programs read and close them. */
export default class InsightsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await insightListValidator.validate(request.qs())
    const { page, nextCursor } = await insightsQuery(asked, limit, cursor)
    return { data: page.map(insightAnswer), meta: { limit, nextCursor } }
  }

  async update(ctx: HttpContext) {
    const { id } = await insightIdValidator.validate(ctx.params)
    const { status } = await insightPatchValidator.validate(ctx.request.body())
    return { data: insightAnswer(await closeInsight(id, status, actingStaff(ctx))) }
  }
}
