import type { HttpContext } from '@adonisjs/core/http'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { staffIdValidator } from '#app/staff/members/staff_validators'
import { resetSecondFactor } from '#app/staff/members/update_staff_member'

/** Somebody else's second factor, when the telephone is lost. */
export default class StaffSecondFactorsApiController {
  async destroy(ctx: HttpContext) {
    const { id } = await staffIdValidator.validate(ctx.params)
    await resetSecondFactor(id, staffOf(ctx), actingStaff(ctx))
    return ctx.response.noContent()
  }
}
