import type { HttpContext } from '@adonisjs/core/http'
import { presentPasswordValidator } from '#app/staff/members/account_validators'
import { actingStaff, staffOf } from '#app/staff/acting_staff'
import { backWithProblem } from '#app/staff/back_with_problem'
import { enrolSecondFactor, removeSecondFactor } from '#app/staff/second_factor/enrol_second_factor'
import { codeValidator } from '#app/staff/login/login_validators'
import { throttleCode, throttleLogin } from '#app/staff/login/login_throttle'
import { inGroups } from '#app/staff/second_factor/recovery_codes'
import { keyUri, qrCode } from '#app/staff/second_factor/second_factor'
import { forgetSecretToEnrol, secretToEnrol, showNewCodes } from '#app/staff/login/session_secrets'
import { verifyCredentials } from '#app/staff/login/verify_credentials'
import { webLoginOf } from '#app/staff/login/web_login'

/** Setting up the own second factor, and taking it away. */
export default class AccountSecondFactorsController {
  create(ctx: HttpContext) {
    const member = staffOf(ctx)
    if (member.secondFactorSince) return ctx.response.redirect().toPath('/admin/account')
    const secret = secretToEnrol(ctx)
    const uri = keyUri(secret, member.email)
    const shown = { uri, qr: qrCode(uri), secret: inGroups(secret, ' ') }
    return ctx.view.render('admin/account/second_factor', shown)
  }

  async store(ctx: HttpContext) {
    const { request, response, session } = ctx
    const { code } = await request.validateUsing(codeValidator)
    const member = staffOf(ctx)
    try {
      const given = { secret: secretToEnrol(ctx), code, login: webLoginOf(ctx) }
      const enrol = () => enrolSecondFactor(member, given, actingStaff(ctx))
      showNewCodes(ctx, await throttleCode(member.email, request.ip(), enrol))
      forgetSecretToEnrol(ctx)
      session.regenerate()
      session.flash('done', 'access.second_factor.on')
      return response.seeOther('/admin/account')
    } catch (error) {
      return backWithProblem(ctx, error, '/admin/account/second-factor')
    }
  }

  async destroy(ctx: HttpContext) {
    const { request, response, session } = ctx
    const { presentPassword } = await request.validateUsing(presentPasswordValidator)
    const { email } = staffOf(ctx)
    try {
      const attempt = () => verifyCredentials(email, presentPassword)
      const member = await throttleLogin(email, request.ip(), attempt)
      await removeSecondFactor(member, actingStaff(ctx))
      session.flash('done', 'access.second_factor.off')
    } catch (error) {
      return backWithProblem(ctx, error, '/admin/account')
    }
    return response.seeOther('/admin/account')
  }
}
