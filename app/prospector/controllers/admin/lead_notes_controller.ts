import type { HttpContext } from '@adonisjs/core/http'
import { backToLead } from '#app/prospector/leads/back_to_lead'
import { changeLead } from '#app/prospector/leads/change_lead'
import { noteFormValidator } from '#app/prospector/leads/lead_form_validators'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** What is worth remembering of a lead. */
export default class LeadNotesController {
  async store(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    await changeLead(id, await ctx.request.validateUsing(noteFormValidator), actingStaff(ctx))
    return backToLead(ctx, id, 'leads.noted')
  }
}
