import type { HttpContext } from '@adonisjs/core/http'
import { backToLead } from '#app/prospector/leads/back_to_lead'
import { taskFormValidator } from '#app/prospector/leads/lead_form_validators'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import { planTask } from '#app/prospector/leads/plan_task'
import { actingStaff } from '#app/staff/acting_staff'

/** What is to be done with a lead until a day. */
export default class LeadTasksController {
  async store(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    await planTask(id, await ctx.request.validateUsing(taskFormValidator), actingStaff(ctx))
    return backToLead(ctx, id, 'leads.planned')
  }
}
