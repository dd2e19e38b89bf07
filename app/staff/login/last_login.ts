import type { HttpContext } from '@adonisjs/core/http'
import type StaffMember from '#app/staff/members/staff_member'

/** A sealed cookie that outlives the session. It opens nothing: it tells whose a form is that was sent too late. */
const NAME = 'last_login'

export const rememberLogin = ({ response }: HttpContext, { id }: StaffMember) =>
  response.encryptedCookie(NAME, id, { path: '/admin', maxAge: '1d' })

/** Who logged in last with this browser. */
export const lastLogin = ({ request }: HttpContext): number | null =>
  request.encryptedCookie(NAME) ?? null
