import type { HttpContext } from '@adonisjs/core/http'
import { resetPasswordValidator, resetTokenValidator } from '#app/staff/login_validators'
import { resetPassword } from '#app/staff/reset_password'

/** Choosing a new password with the link that came by mail. */
export default class PasswordsController {
  async edit({ params, view, response }: HttpContext) {
    const { token } = await resetTokenValidator.validate(params)
    response.header('Referrer-Policy', 'no-referrer').header('Cache-Control', 'no-store')
    return view.render('pages/auth/reset', { token })
  }

  async update({ request, response, session }: HttpContext) {
    const { token, password } = await request.validateUsing(resetPasswordValidator)
    const isDone = await resetPassword(token, password)
    session.flash(isDone ? 'done' : 'problem', isDone ? 'auth.reset.done' : 'auth.reset.stale')
    return response
      .redirect()
      .status(303)
      .toPath(isDone ? '/admin/login' : '/admin/password/forgot')
  }
}
