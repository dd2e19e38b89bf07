import type { HttpContext } from '@adonisjs/core/http'
import type { Caller } from '#app/platform/limits/caller'

/** Staff who are logged in draw from a bucket of their own, wherever they are. */
export function staffCaller(ctx: HttpContext): Caller | undefined {
  if (!('auth' in ctx) || ctx.auth === undefined) return undefined
  for (const guard of ['staffApi', 'staffWeb'] as const) {
    const { user } = ctx.auth.use(guard)
    if (user) return { role: 'staff', id: String(user.id) }
  }
  return undefined
}
