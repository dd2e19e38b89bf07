import type { HttpContext } from '@adonisjs/core/http'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { backWithProblem } from '#app/staff/back_with_problem'
import { staffIdValidator } from '#app/staff/members/staff_validators'
import { updateStaffMember } from '#app/staff/members/update_staff_member'

/** Accounts that may not log in for now, or for good. */
export default class SuspensionsController {
  store(ctx: HttpContext) {
    return this.#set(ctx, true)
  }

  destroy(ctx: HttpContext) {
    return this.#set(ctx, false)
  }

  async #set(ctx: HttpContext, disabled: boolean) {
    const { id } = await staffIdValidator.validate(ctx.params)
    try {
      await updateStaffMember(id, { disabled }, staffOf(ctx), actingStaff(ctx))
      ctx.session.flash('done', disabled ? 'access.staff.disabled' : 'access.staff.enabled')
    } catch (error) {
      return backWithProblem(ctx, error, `/admin/staff/${id}`)
    }
    return ctx.response.seeOther(`/admin/staff/${id}`)
  }
}
