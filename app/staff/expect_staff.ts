import InitializeAuthMiddleware from '@adonisjs/auth/initialize_auth_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { Ability } from '#app/staff/abilities'
import StaffMiddleware from '#app/staff/staff_middleware'

/**
 * For a public route whose answer tells staff more when they ask: throws 401 or 403 unless the
 * request carries the token of somebody with that right.
 */
export async function expectStaff(ctx: HttpContext, ability: Ability): Promise<void> {
  const proceed = async () => {}
  await new InitializeAuthMiddleware().handle(ctx, proceed)
  await new StaffMiddleware().handle(ctx, proceed, { guard: 'staffApi', purpose: ability })
}
