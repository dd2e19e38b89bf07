import type { HttpContext } from '@adonisjs/core/http'
import { backWithProblem } from '#app/staff/back_with_problem'
import { hasAskedPage, takeAskedPage } from '#app/staff/login/asked_page'
import { hasKeptForm } from '#app/staff/login/kept_form'
import { loginValidator } from '#app/staff/login/login_validators'
import { throttleLogin } from '#app/staff/login/login_throttle'
import { rememberPassword } from '#app/staff/login/pending_login'
import { verifyCredentials } from '#app/staff/login/verify_credentials'
import { closeWebLogin, openWebLogin } from '#app/staff/login/web_login'

/** Logging in to the back office and out of it. */
export default class SessionsController {
  async create(ctx: HttpContext) {
    if (await ctx.auth.use('staffWeb').check()) return ctx.response.redirect().toPath('/admin')
    return ctx.view.render('pages/auth/login', {
      leadsBack: hasAskedPage(ctx),
      keepsForm: hasKeptForm(ctx),
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session } = ctx
    const { email, password } = await request.validateUsing(loginValidator)
    try {
      const attempt = () => verifyCredentials(email, password)
      const member = await throttleLogin(email, request.ip(), attempt)
      if (member.secondFactorSince) rememberPassword(ctx, member)
      else await openWebLogin(ctx, member)
      const next = member.secondFactorSince ? '/admin/login/code' : takeAskedPage(ctx)
      return response.seeOther(next)
    } catch (error) {
      session.flashOnly(['email'])
      return backWithProblem(ctx, error, '/admin/login')
    }
  }

  async destroy(ctx: HttpContext) {
    await closeWebLogin(ctx)
    return ctx.response.seeOther('/admin/login')
  }
}
