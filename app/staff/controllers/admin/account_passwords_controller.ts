import type { HttpContext } from '@adonisjs/core/http'
import { passwordChangeValidator } from '#app/staff/members/account_validators'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { backWithProblem } from '#app/staff/back_with_problem'
import { changePassword } from '#app/staff/members/change_password'
import { throttleLogin } from '#app/staff/login/login_throttle'
import { verifyCredentials } from '#app/staff/login/verify_credentials'
import { webLoginOf } from '#app/staff/login/web_login'

/** Choosing a new password while logged in. */
export default class AccountPasswordsController {
  async update(ctx: HttpContext) {
    const { request, response, session } = ctx
    const input = await request.validateUsing(passwordChangeValidator)
    const { email } = staffOf(ctx)
    try {
      const attempt = () => verifyCredentials(email, input.presentPassword)
      const member = await throttleLogin(email, request.ip(), attempt)
      const change = { password: input.newPassword, login: webLoginOf(ctx) }
      await changePassword(member, change, actingStaff(ctx))
      session.regenerate()
      session.flash('done', 'access.account.password_saved')
      return response.seeOther('/admin/account')
    } catch (error) {
      return backWithProblem(ctx, error, '/admin/account')
    }
  }
}
