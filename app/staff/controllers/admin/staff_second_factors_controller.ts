import type { HttpContext } from '@adonisjs/core/http'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { backWithProblem } from '#app/staff/back_with_problem'
import { staffIdValidator } from '#app/staff/members/staff_validators'
import { resetSecondFactor } from '#app/staff/members/update_staff_member'

/** Somebody else's second factor, when the telephone is lost and the recovery codes as well. */
export default class StaffSecondFactorsController {
  async destroy(ctx: HttpContext) {
    const { id } = await staffIdValidator.validate(ctx.params)
    try {
      await resetSecondFactor(id, staffOf(ctx), actingStaff(ctx))
      ctx.session.flash('done', 'access.staff.second_factor_reset')
    } catch (error) {
      return backWithProblem(ctx, error, `/admin/staff/${id}`)
    }
    return ctx.response.seeOther(`/admin/staff/${id}`)
  }
}
