import type { HttpContext } from '@adonisjs/core/http'
import { staffOf } from '#app/staff/acting_staff'
import { rolesQuery } from '#app/staff/roles/role_query'

/** The roles that whoever asks may give somebody, as a field offers them. */
export async function roleChoices(ctx: HttpContext): Promise<{ value: string; label: string }[]> {
  const roles = await rolesQuery()
  return roles
    .filter(({ role }) => staffOf(ctx).mayGive(role))
    .map(({ role }) => ({ value: role.key, label: role.nameIn(ctx.i18n) }))
}
