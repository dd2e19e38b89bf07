import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { leadQuery, leadsQuery } from '#app/prospector/leads/lead_query'
import { leadAnswer } from '#app/prospector/leads/lead_transformer'
import {
  leadIdValidator,
  leadListValidator,
  leadPatchValidator,
} from '#app/prospector/leads/lead_validators'
import { changeLead } from '#app/prospector/leads/change_lead'
import { actingStaff } from '#app/staff/acting_staff'

/** Leads as staff programs read and move them. */
export default class LeadsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await leadListValidator.validate(request.qs())
    const { page, nextCursor } = await leadsQuery(asked, limit, cursor)
    return { data: page.map(leadAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await leadIdValidator.validate(params)
    return { data: leadAnswer(await leadQuery(id)) }
  }

  async update(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const change = await leadPatchValidator.validate(ctx.request.body())
    await changeLead(id, change, actingStaff(ctx))
    return { data: leadAnswer(await leadQuery(id)) }
  }
}
