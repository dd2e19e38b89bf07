import type { HttpContext } from '@adonisjs/core/http'
import type { Acting } from '#app/platform/database/act_as'
import type { Ability } from '#app/staff/abilities'
import type StaffMember from '#app/staff/members/staff_member'

/** Who is logged in, on a page or through the API. */
export function staffOf({ auth }: HttpContext): StaffMember {
  const guard = auth.authenticatedViaGuard === 'staffApi' ? 'staffApi' : 'staffWeb'
  return auth.use(guard).getUserOrFail()
}

/** What the person who asks may do, for code that knows rights by name only. */
export function mayOf(ctx: HttpContext): (ability: string) => boolean {
  const member = staffOf(ctx)
  return (ability) => member.may(ability as Ability)
}

/** Whoever is logged in, as the author of what this request writes. */
export function actingStaff(ctx: HttpContext, reason?: string): Acting {
  const { auth, request } = ctx
  return {
    actor: staffOf(ctx).actor,
    source: auth.authenticatedViaGuard === 'staffApi' ? 'api' : 'ui',
    requestId: request.id(),
    ip: request.ip(),
    reason,
  }
}
