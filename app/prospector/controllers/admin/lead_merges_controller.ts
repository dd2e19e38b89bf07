import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import {
  mergeFormValidator,
  pageValidator,
  pairValidator,
} from '#app/prospector/leads/lead_form_validators'
import { leadQuery } from '#app/prospector/leads/lead_query'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { keepApart, mergeLeads, unmergeLeads } from '#app/prospector/leads/merge_leads'
import { suspicionsQuery } from '#app/prospector/leads/work_queries'
import { actingStaff } from '#app/staff/acting_staff'
import { shownPhone } from '#app/tunisia/phone'

const LIMIT = 50

/** Leads that may be one business: looked at side by side, merged, kept apart, taken apart again. */
export default class LeadMergesController {
  async index({ request, view }: HttpContext) {
    const { cursor } = await filtersOf(pageValidator, request.qs())
    const { page, nextCursor } = await suspicionsQuery(LIMIT, cursor)
    return view.render('admin/leads/duplicates', { suspicions: page, nextCursor, cursor })
  }

  async create({ params, view }: HttpContext) {
    const { id, otherId } = await pairValidator.validate(params)
    const [lead, other] = await Promise.all([leadQuery(id), leadQuery(otherId)])
    const pair = { lead, other, shownPhone }
    return view.render('admin/leads/merge', pair)
  }

  async store(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const { from } = await ctx.request.validateUsing(mergeFormValidator)
    await mergeLeads(id, from, actingStaff(ctx))
    return back(ctx, `/admin/leads/${id}`, 'leads.merged')
  }

  async apart(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    await keepApart(id, actingStaff(ctx))
    return back(ctx, '/admin/leads/duplicates', 'leads.kept_apart')
  }

  async undo(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const { into } = await unmergeLeads(id, actingStaff(ctx))
    return back(ctx, `/admin/leads/${into}`, 'leads.unmerged')
  }
}

function back({ session, response }: HttpContext, path: string, key: string) {
  session.flash('done', key)
  return response.seeOther(path)
}
