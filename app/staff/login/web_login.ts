import { errors } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import { sql } from '#app/platform/database/sql'
import { closeLogin, IS_OPEN } from '#app/platform/auth/logins'
import { rememberLogin } from '#app/staff/login/last_login'
import { loginsOfStaff } from '#app/staff/login/staff_logins'
import type StaffMember from '#app/staff/members/staff_member'

/** Where a session keeps the id of its login. */
const KEY = 'login'

/** Logs a browser in: the session gets a new id, and a login that can be ended from elsewhere. */
export async function openWebLogin(ctx: HttpContext, member: StaffMember) {
  const { auth, request, session } = ctx
  await auth.use('staffWeb').login(member)
  const client = { ip: request.ip(), userAgent: request.header('user-agent') ?? null }
  session.put(KEY, await loginsOfStaff.open(member.id, 'web', client))
  rememberLogin(ctx, member)
}

/** The login of this browser. */
export const webLoginOf = ({ session }: HttpContext): string => session.get(KEY, '') as string

/** Sends a browser to the login page when its account is disabled or its login has ended. */
export async function expectOpenWebLogin(ctx: HttpContext, member: StaffMember) {
  if (!member.disabledAt && (await isOpen(webLoginOf(ctx), member))) return
  await closeWebLogin(ctx)
  throw new errors.E_UNAUTHORIZED_ACCESS('This login has ended', {
    guardDriverName: 'session',
    redirectTo: '/admin/login',
  })
}

/** Also notes, once a minute, that the login was seen. */
async function isOpen(sid: string, member: StaffMember): Promise<boolean> {
  const open = await sql(
    `with open as (
       select sid, last_seen_at from logins
       where sid::text = $1 and staff_member_id = $2 and ${IS_OPEN}
     ), seen as (
       update logins l set last_seen_at = now()
       from open o where l.sid = o.sid and o.last_seen_at < now() - interval '1 minute'
     )
     select sid from open`,
    [sid, member.id]
  )
  return open.length > 0
}

/** Logs a browser out, and ends its login. */
export async function closeWebLogin({ auth, session }: HttpContext) {
  const sid: unknown = session.pull(KEY)
  if (typeof sid === 'string') await closeLogin(sid)
  await auth.use('staffWeb').logout()
}
