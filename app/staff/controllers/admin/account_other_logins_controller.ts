import type { HttpContext } from '@adonisjs/core/http'
import { staffOf } from '#app/staff/acting_staff'
import { loginsOfStaff } from '#app/staff/login/staff_logins'
import { webLoginOf } from '#app/staff/login/web_login'

/** All of the own logins but the one that asks. */
export default class AccountOtherLoginsController {
  async destroy(ctx: HttpContext) {
    await loginsOfStaff.closeAll(staffOf(ctx).id, { except: webLoginOf(ctx) })
    ctx.session.flash('done', 'access.account.logins_ended')
    return ctx.response.seeOther('/admin/account')
  }
}
