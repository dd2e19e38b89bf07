import type { HttpContext } from '@adonisjs/core/http'
import { backToLead } from '#app/prospector/leads/back_to_lead'
import { contactFormValidator } from '#app/prospector/leads/lead_form_validators'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { logContact } from '#app/prospector/leads/log_contact'
import { actingStaff } from '#app/staff/acting_staff'

/** Somebody was called, written to or visited. */
export default class LeadContactsController {
  async store(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const { contactNotes, ...contacted } = await ctx.request.validateUsing(contactFormValidator)
    await logContact(id, { ...contacted, notes: contactNotes }, actingStaff(ctx))
    return backToLead(ctx, id, 'leads.logged')
  }
}
