import type { HttpContext } from '@adonisjs/core/http'
import { backWithProblem } from '#app/staff/back_with_problem'
import { resetPasswordValidator, resetTokenValidator } from '#app/staff/login/login_validators'
import { resetPassword } from '#app/staff/members/reset_password'

/** Choosing a new password with the link that came by mail. */
export default class PasswordsController {
  async edit({ params, view, response }: HttpContext) {
    const { token } = await resetTokenValidator.validate(params)
    response.header('Referrer-Policy', 'no-referrer').header('Cache-Control', 'no-store')
    return view.render('pages/auth/reset', { token })
  }

  async update(ctx: HttpContext) {
    const { request, response, session } = ctx
    const { token, password } = await request.validateUsing(resetPasswordValidator)
    try {
      const from = { requestId: request.id(), ip: request.ip() }
      const isDone = await resetPassword(token, password, from)
      session.flash(isDone ? 'done' : 'problem', isDone ? 'auth.reset.done' : 'auth.reset.stale')
      const next = isDone ? '/admin/login' : '/admin/password/forgot'
      return response.seeOther(next)
    } catch (error) {
      return backWithProblem(ctx, error, `/admin/password/reset/${token}`)
    }
  }
}
