import type { HttpContext } from '@adonisjs/core/http'
import { convertLead } from '#app/prospector/leads/convert_lead'
import {
  contactFormValidator,
  conversionFormValidator,
  moveFormValidator,
  noteFormValidator,
  optOutFormValidator,
  taskFormValidator,
  taskPlaceValidator,
} from '#app/prospector/leads/lead_form_validators'
import { leadIdValidator } from '#app/prospector/leads/lead_validators'
import {
  changeLead,
  finishTask,
  logContact,
  optOut,
  planTask,
} from '#app/prospector/leads/work_lead'
import { actingStaff } from '#app/staff/acting_staff'

/** What is done with a lead on its page. */
export default class LeadWorkController {
  async move(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    await changeLead(id, await ctx.request.validateUsing(moveFormValidator), actingStaff(ctx))
    return back(ctx, id, 'leads.moved')
  }

  async note(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    await changeLead(id, await ctx.request.validateUsing(noteFormValidator), actingStaff(ctx))
    return back(ctx, id, 'leads.noted')
  }

  async contact(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const { contactNotes, ...contacted } = await ctx.request.validateUsing(contactFormValidator)
    await logContact(id, { ...contacted, notes: contactNotes }, actingStaff(ctx))
    return back(ctx, id, 'leads.logged')
  }

  async plan(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    await planTask(id, await ctx.request.validateUsing(taskFormValidator), actingStaff(ctx))
    return back(ctx, id, 'leads.planned')
  }

  async finish(ctx: HttpContext) {
    const { id, taskId } = await taskPlaceValidator.validate(ctx.params)
    await finishTask(id, taskId, actingStaff(ctx))
    return back(ctx, id, 'leads.finished')
  }

  async leave(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const { reason } = await ctx.request.validateUsing(optOutFormValidator)
    await optOut(id, reason ?? null, actingStaff(ctx))
    return back(ctx, id, 'leads.opted_out')
  }

  async convert(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(conversionFormValidator)
    const { fullName, customerEmail: email, customerPhone: phone = null } = input
    await convertLead(id, { fullName, email, phone }, actingStaff(ctx))
    return back(ctx, id, 'leads.converted')
  }
}

function back({ session, response }: HttpContext, id: number, key: string) {
  session.flash('done', key)
  return response.seeOther(`/admin/leads/${id}`)
}
