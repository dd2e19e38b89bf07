import type { HttpContext } from '@adonisjs/core/http'
import { backToLead } from '#app/prospector/leads/back_to_lead'
import { optOutFormValidator } from '#app/prospector/leads/lead_form_validators'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { optOut } from '#app/prospector/leads/opt_out'
import { actingStaff } from '#app/staff/acting_staff'

/** A business wants to be left alone. */
export default class LeadOptOutsController {
  async store(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const { reason } = await ctx.request.validateUsing(optOutFormValidator)
    await optOut(id, reason ?? null, actingStaff(ctx))
    return backToLead(ctx, id, 'leads.opted_out')
  }
}
