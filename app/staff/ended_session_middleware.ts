import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { keepForm } from '#app/staff/login/kept_form'

/** Where a session keeps who has logged in with it. */
const LOGIN = 'auth_staffWeb'

/**
 * A form that is sent when the session is over is kept, and its sender asked to log in. Before its token is looked at:
 * that was of the session that is gone, and nothing is done with the form.
 */
export default class EndedSessionMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.session.has(LOGIN) && keepForm(ctx)) return ctx.response.seeOther('/admin/login')
    return next()
  }
}
