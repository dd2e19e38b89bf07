import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'
import { loginValidator } from '#app/staff/login_validators'
import { throttleLogin } from '#app/staff/login_throttle'
import { verifyCredentials } from '#app/staff/verify_credentials'
import { closeWebLogin, openWebLogin } from '#app/staff/web_login'

/** Logging in to the back office and out of it. */
export default class SessionsController {
  async create({ auth, view, response }: HttpContext) {
    if (await auth.use('staffWeb').check()) return response.redirect().toPath('/admin')
    return view.render('pages/auth/login')
  }

  async store(ctx: HttpContext) {
    const { request, response, session } = ctx
    const { email, password } = await request.validateUsing(loginValidator)
    try {
      const attempt = () => verifyCredentials(email, password)
      await openWebLogin(ctx, await throttleLogin(email, request.ip(), attempt))
      return response.redirect().status(303).toPath('/admin')
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      session.flashOnly(['email'])
      session.flash('problem', `auth.problems.${error.details.code}`)
      return response.redirect().status(303).toPath('/admin/login')
    }
  }

  async destroy(ctx: HttpContext) {
    await closeWebLogin(ctx)
    return ctx.response.redirect().status(303).toPath('/admin/login')
  }
}
