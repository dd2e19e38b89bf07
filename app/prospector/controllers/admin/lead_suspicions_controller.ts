import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { keepApart } from '#app/prospector/leads/keep_apart'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { suspicionsQuery } from '#app/prospector/leads/suspicions_query'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** Leads that may be one business; who says that they are two ends it. */
export default class LeadSuspicionsController {
  async index({ request, view }: HttpContext) {
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const { page, nextCursor } = await suspicionsQuery(LIMIT, cursor)
    return view.render('admin/leads/duplicates', { suspicions: page, nextCursor, cursor })
  }

  async destroy(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    await keepApart(id, actingStaff(ctx))
    ctx.session.flash('done', 'leads.kept_apart')
    return ctx.response.seeOther('/admin/leads/duplicates')
  }
}
