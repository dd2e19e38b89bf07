import type { HttpContext } from '@adonisjs/core/http'
import { backWithProblem } from '#app/staff/back_with_problem'
import { takeAskedPage } from '#app/staff/login/asked_page'
import { codeValidator } from '#app/staff/login/login_validators'
import { passSecondFactor } from '#app/staff/second_factor/pass_second_factor'
import { forgetPassword, pendingMember } from '#app/staff/login/pending_login'
import { openWebLogin } from '#app/staff/login/web_login'

/** The second step of a login: the code of the authenticator, or a recovery code. */
export default class LoginCodesController {
  async create(ctx: HttpContext) {
    if (await pendingMember(ctx)) return ctx.view.render('pages/auth/code')
    return ctx.response.redirect().toPath('/admin/login')
  }

  async store(ctx: HttpContext) {
    const { request, response } = ctx
    const { code } = await request.validateUsing(codeValidator)
    const member = await pendingMember(ctx)
    if (!member) return response.seeOther('/admin/login')
    try {
      await passSecondFactor(member, request.ip(), code)
      forgetPassword(ctx)
      await openWebLogin(ctx, member)
      return response.seeOther(takeAskedPage(ctx))
    } catch (error) {
      return backWithProblem(ctx, error, '/admin/login/code')
    }
  }
}
