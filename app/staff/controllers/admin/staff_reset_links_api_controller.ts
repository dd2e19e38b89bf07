import type { HttpContext } from '@adonisjs/core/http'
import { staffOf } from '#app/staff/acting_staff'
import { staffIdValidator } from '#app/staff/members/staff_validators'
import { sendResetLink } from '#app/staff/members/update_staff_member'

/** The link to a new password, mailed on behalf of somebody else. */
export default class StaffResetLinksApiController {
  async store(ctx: HttpContext) {
    const { id } = await staffIdValidator.validate(ctx.params)
    await sendResetLink(id, staffOf(ctx))
    return ctx.response.noContent()
  }
}
