import type { HttpContext } from '@adonisjs/core/http'
import { loginIdValidator } from '#app/staff/members/account_validators'
import { staffOf } from '#app/staff/acting_staff'
import { loginsOfStaff } from '#app/staff/login/staff_logins'

/** One of the own logins, on whatever device. */
export default class AccountLoginsController {
  async destroy(ctx: HttpContext) {
    const { sid } = await loginIdValidator.validate(ctx.params)
    await loginsOfStaff.closeOf(staffOf(ctx).id, sid)
    ctx.session.flash('done', 'access.account.login_ended')
    return ctx.response.seeOther('/admin/account')
  }
}
