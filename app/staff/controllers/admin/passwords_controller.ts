import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'
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
    try {
      const isDone = await resetPassword(token, password)
      session.flash(isDone ? 'done' : 'problem', isDone ? 'auth.reset.done' : 'auth.reset.stale')
      const next = isDone ? '/admin/login' : '/admin/password/forgot'
      return response.redirect().status(303).toPath(next)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      session.flash('problem', `auth.problems.${error.details.code}`)
      return response.redirect().status(303).toPath(`/admin/password/reset/${token}`)
    }
  }
}
