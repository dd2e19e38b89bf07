import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'
import { loginValidator } from '#app/staff/login_validators'
import { throttleLogin } from '#app/staff/login_throttle'
import { verifyCredentials } from '#app/staff/verify_credentials'

/** Logging in to the back office and out of it. */
export default class SessionsController {
  async create({ auth, view, response }: HttpContext) {
    if (await auth.use('staffWeb').check()) return response.redirect().toPath('/admin')
    return view.render('pages/auth/login')
  }

  async store({ auth, request, response, session }: HttpContext) {
    const { email, password } = await request.validateUsing(loginValidator)
    try {
      const attempt = () => verifyCredentials(email, password)
      await auth.use('staffWeb').login(await throttleLogin(email, request.ip(), attempt))
      return response.redirect().status(303).toPath('/admin')
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      session.flashOnly(['email'])
      session.flash('problem', `auth.problems.${error.details.code}`)
      return response.redirect().status(303).toPath('/admin/login')
    }
  }

  async destroy({ auth, response }: HttpContext) {
    await auth.use('staffWeb').logout()
    return response.redirect().status(303).toPath('/admin/login')
  }
}
