import type { HttpContext } from '@adonisjs/core/http'
import { staffOf } from '#app/staff/acting_staff'
import { backWithProblem } from '#app/staff/back_with_problem'
import { staffIdValidator } from '#app/staff/members/staff_validators'
import { sendResetLink } from '#app/staff/members/update_staff_member'

/** The link to a new password, sent to somebody who asks for it at the counter. */
export default class StaffResetLinksController {
  async store(ctx: HttpContext) {
    const { id } = await staffIdValidator.validate(ctx.params)
    try {
      await sendResetLink(id, staffOf(ctx))
      ctx.session.flash('done', 'access.staff.link_sent')
    } catch (error) {
      return backWithProblem(ctx, error, `/admin/staff/${id}`)
    }
    return ctx.response.seeOther(`/admin/staff/${id}`)
  }
}
