import type { HttpContext } from '@adonisjs/core/http'
import type { Caller } from '#app/platform/limits/caller'

/** Customers who are logged in draw from a bucket of their own, wherever they are. */
export function customerCaller(ctx: HttpContext): Caller | undefined {
  if (!('auth' in ctx) || ctx.auth === undefined) return undefined
  const { user } = ctx.auth.use('customerApi')
  return user && { role: 'customer', id: String(user.id) }
}
