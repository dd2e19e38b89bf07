import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Finds the customer behind the token of a request, or throws a 401. Where guests are welcome, a
 * request without a token is a guest; one whose token is no good is told so, lest a cart get lost.
 */
export default class CustomerMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { guests }: { guests: boolean }) {
    const isGuest = guests && !ctx.request.header('authorization')
    if (!isGuest) await ctx.auth.authenticateUsing(['customerApi'])
    return next()
  }
}
