import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { enqueue } from '#app/platform/jobs/enqueue'
import { forgotPasswordValidator } from '#app/staff/login/login_validators'
import { mailResetLink } from '#app/staff/members/mail_reset_link'

const MAILS = { requests: 3, duration: '1 hour' } as const

/** Asking for a link by mail. The answer never tells whether the address has an account. */
export default class PasswordResetsController {
  create({ view }: HttpContext) {
    return view.render('pages/auth/forgot')
  }

  async store({ request, response, session }: HttpContext) {
    const { email: typed } = await request.validateUsing(forgotPasswordValidator)
    const email = typed.toLowerCase()
    await limiter
      .use(MAILS)
      .attempt(`reset:${request.ip()}:${email}`, () =>
        enqueue(mailResetLink, { email, notice: 'reset' })
      )
    session.flash('done', 'auth.forgot.done')
    return response.seeOther('/admin/password/forgot')
  }
}
