import type { HttpContext } from '@adonisjs/core/http'
import { backToLead } from '#app/prospector/leads/back_to_lead'
import { convertLead } from '#app/prospector/leads/convert_lead'
import { conversionFormValidator } from '#app/prospector/leads/lead_form_validators'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** A lead becomes a customer. */
export default class LeadConversionsController {
  async store(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(conversionFormValidator)
    const { fullName, customerEmail: email, customerPhone: phone = null } = input
    await convertLead(id, { fullName, email, phone }, actingStaff(ctx))
    return backToLead(ctx, id, 'leads.converted')
  }
}
