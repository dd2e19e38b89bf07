import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#app/platform/http/problem'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { backWithProblem } from '#app/staff/back_with_problem'
import { inviteStaffMember } from '#app/staff/members/create_staff_member'
import { roleChoices } from '#app/staff/roles/role_choices'
import { staffCountsQuery, staffListQuery, staffRowQuery } from '#app/staff/members/staff_query'
import {
  newStaffValidator,
  staffFormValidator,
  staffIdValidator,
  staffListValidator,
} from '#app/staff/members/staff_validators'
import { updateStaffMember } from '#app/staff/members/update_staff_member'

/** The people who work here, for whoever looks after their accounts. */
export default class StaffMembersController {
  async index({ request, view }: HttpContext) {
    const query = await staffListValidator.validate(request.qs())
    const [list, counts] = await Promise.all([staffListQuery(query), staffCountsQuery()])
    return view.render('admin/staff/index', { ...list, counts, query })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('admin/staff/create', { roles: await roleChoices(ctx) })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(newStaffValidator)
    try {
      const { id, email } = await inviteStaffMember(input, staffOf(ctx), actingStaff(ctx))
      ctx.session.flash('done', { key: 'access.staff.invited', data: { email } })
      return ctx.response.seeOther(`/admin/staff/${id}`)
    } catch (error) {
      ctx.session.flashOnly(['email', 'fullName', 'role'])
      return backWithProblem(ctx, error, '/admin/staff/new')
    }
  }

  async edit(ctx: HttpContext) {
    const { id } = await staffIdValidator.validate(ctx.params)
    const person = await staffRowQuery(id)
    if (!person) throw notFound('account')
    return ctx.view.render('admin/staff/edit', { person, roles: await roleChoices(ctx) })
  }

  async update(ctx: HttpContext) {
    const { id } = await staffIdValidator.validate(ctx.params)
    const { version, ...patch } = await ctx.request.validateUsing(staffFormValidator)
    try {
      await updateStaffMember(id, patch, staffOf(ctx), actingStaff(ctx), version)
      ctx.session.flash('done', 'access.staff.saved')
    } catch (error) {
      return backWithProblem(ctx, error, `/admin/staff/${id}`)
    }
    return ctx.response.seeOther(`/admin/staff/${id}`)
  }
}
