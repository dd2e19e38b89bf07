import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { forgotPasswordValidator } from '#app/staff/login_validators'
import { requestPasswordReset } from '#app/staff/request_password_reset'

const MAILS = { requests: 3, duration: '1 hour' } as const

/** Asking for a link by mail. The answer never tells whether the address has an account. */
export default class PasswordResetsController {
  create({ view }: HttpContext) {
    return view.render('pages/auth/forgot')
  }

  async store({ request, response, session }: HttpContext) {
    const { email } = await request.validateUsing(forgotPasswordValidator)
    const key = `reset:${request.ip()}:${email.toLowerCase()}`
    await limiter.use(MAILS).attempt(key, () => requestPasswordReset(email))
    session.flash('done', 'auth.forgot.done')
    return response.redirect().status(303).toPath('/admin/password/forgot')
  }
}
