import type { HttpContext } from '@adonisjs/core/http'
import { backToLead } from '#app/prospector/leads/back_to_lead'
import { changeLead } from '#app/prospector/leads/change_lead'
import { moveFormValidator } from '#app/prospector/leads/lead_form_validators'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** A lead gets further, or back. */
export default class LeadMovesController {
  async store(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    await changeLead(id, await ctx.request.validateUsing(moveFormValidator), actingStaff(ctx))
    return backToLead(ctx, id, 'leads.moved')
  }
}
