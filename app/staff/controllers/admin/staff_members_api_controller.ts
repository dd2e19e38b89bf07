import type { HttpContext } from '@adonisjs/core/http'
import { ifMatch } from '#app/platform/http/if_match'
import { notFound } from '#app/platform/http/problem'
import { tellVersion } from '#app/platform/http/tell_version'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { inviteStaffMember } from '#app/staff/members/create_staff_member'
import { staffListQuery, staffRowQuery } from '#app/staff/members/staff_query'
import { staffAccount } from '#app/staff/members/staff_transformer'
import {
  newStaffValidator,
  staffIdValidator,
  staffListValidator,
  staffPatchValidator,
} from '#app/staff/members/staff_validators'
import { updateStaffMember } from '#app/staff/members/update_staff_member'

/** The accounts of the staff, as programs read and write them. */
export default class StaffMembersApiController {
  async index({ request }: HttpContext) {
    const query = await staffListValidator.validate(request.qs())
    const { page, meta } = await staffListQuery(query)
    return { data: page.map(staffAccount), meta }
  }

  async show(ctx: HttpContext) {
    const { id } = await staffIdValidator.validate(ctx.params)
    return answer(ctx, id)
  }

  async store(ctx: HttpContext) {
    const input = await newStaffValidator.validate(ctx.request.body())
    const { id } = await inviteStaffMember(input, staffOf(ctx), actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/staff/${id}`)
    return answer(ctx, id)
  }

  async update(ctx: HttpContext) {
    const { id } = await staffIdValidator.validate(ctx.params)
    const patch = await staffPatchValidator.validate(ctx.request.body())
    await updateStaffMember(id, patch, staffOf(ctx), actingStaff(ctx), ifMatch(ctx))
    return answer(ctx, id)
  }
}

async function answer(ctx: HttpContext, id: number) {
  const row = await staffRowQuery(id)
  if (!row) throw notFound('account')
  tellVersion(ctx.response, row)
  return { data: staffAccount(row) }
}
