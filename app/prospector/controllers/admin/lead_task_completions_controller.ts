import type { HttpContext } from '@adonisjs/core/http'
import { backToLead } from '#app/prospector/leads/back_to_lead'
import { finishTask } from '#app/prospector/leads/finish_task'
import { taskPlaceValidator } from '#app/prospector/leads/lead_form_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** A task is done. */
export default class LeadTaskCompletionsController {
  async store(ctx: HttpContext) {
    const { id, taskId } = await taskPlaceValidator.validate(ctx.params)
    await finishTask(id, taskId, actingStaff(ctx))
    return backToLead(ctx, id, 'leads.finished')
  }
}
