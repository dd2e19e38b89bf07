import type { HttpContext } from '@adonisjs/core/http'
import { backToLead } from '#app/prospector/leads/back_to_lead'
import { mergeFormValidator, pairValidator } from '#app/prospector/leads/lead_form_validators'
import { leadQuery } from '#app/prospector/leads/lead_query'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { mergeLeads } from '#app/prospector/leads/merge_leads'
import { unmergeLeads } from '#app/prospector/leads/unmerge_leads'
import { actingStaff } from '#app/staff/acting_staff'
import { shownPhone } from '#app/tunisia/phone'

/** Two leads looked at side by side, merged, taken apart again. */
export default class LeadMergesController {
  async create({ params, view }: HttpContext) {
    const { id, otherId } = await pairValidator.validate(params)
    const [lead, other] = await Promise.all([leadQuery(id), leadQuery(otherId)])
    return view.render('admin/leads/merge', { lead, other, shownPhone })
  }

  async store(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const { from } = await ctx.request.validateUsing(mergeFormValidator)
    await mergeLeads(id, from, actingStaff(ctx))
    return backToLead(ctx, id, 'leads.merged')
  }

  async destroy(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const { into } = await unmergeLeads(id, actingStaff(ctx))
    return backToLead(ctx, into, 'leads.unmerged')
  }
}
