import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { LoginProvider } from '#app/platform/auth/jwt_guard'
import { signAccessToken } from '#app/platform/auth/access_token'
import { signRefreshToken } from '#app/platform/auth/refresh_token'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import StaffMember from '#app/staff/staff_member'

export const STAFF_AUDIENCE = 'staff'

/**
 * Of `logins`: what nobody has ended, and what nobody has left alone for too long. Browsers are idle
 * after 8 hours and log in again after 7 days however busy they are; API clients are idle after 30 days.
 */
export const IS_OPEN = `revoked_at is null and case kind
  when 'web' then last_seen_at > now() - interval '8 hours' and created_at > now() - interval '7 days'
  else last_seen_at > now() - interval '30 days' end`

type Client = { ip: string; userAgent: string | null }
type Tokens = { accessToken: string; refreshToken: string }

/** Somebody who works through an API client, with the tokens of this login. */
export type ApiLogin = Tokens & { member: StaffMember }

/** Opens a login of an API client. */
export async function openApiLogin(member: StaffMember, client: Client): Promise<ApiLogin> {
  const sid = await openLogin(member, 'api', client)
  return { member, ...(await tokensOf(member, sid, 0)) }
}

/** Notes who logged in from where. Returns the id of the login. */
export async function openLogin(
  member: StaffMember,
  kind: 'web' | 'api',
  { ip, userAgent }: Client
): Promise<string> {
  const [{ sid }] = await sql<{ sid: string }>(
    `insert into logins (staff_member_id, kind, ip, user_agent) values ($1, $2, $3, $4)
     returning sid`,
    [member.id, kind, ip, userAgent?.slice(0, 300) ?? null]
  )
  return sid
}

export async function tokensOf(
  member: StaffMember,
  sid: string,
  generation: number
): Promise<Tokens> {
  return {
    accessToken: await signAccessToken({ subject: String(member.id), sid }, STAFF_AUDIENCE),
    refreshToken: signRefreshToken({ sid, generation }, STAFF_AUDIENCE),
  }
}

/** Ends a login: its tokens are good for nothing from now on. */
export async function closeLogin(sid: string): Promise<void> {
  await sql('update logins set revoked_at = now() where sid = $1 and revoked_at is null', [sid])
}

/** Ends a login of somebody. Throws a 404 when that person has no such login open. */
export async function closeLoginOf(memberId: number, sid: string): Promise<void> {
  const closed = await sql(
    `update logins set revoked_at = now()
     where sid::text = $1 and staff_member_id = $2 and revoked_at is null returning 1`,
    [sid, memberId]
  )
  if (closed.length === 0) throw notFound('login')
}

/** Ends all logins of somebody, but the one that the person asks from. */
export async function closeLogins(
  memberId: number,
  { except = '', trx }: { except?: string; trx?: TransactionClientContract } = {}
): Promise<void> {
  await sql(
    `update logins set revoked_at = now()
     where staff_member_id = $1 and sid::text <> $2 and revoked_at is null`,
    [memberId, except],
    trx
  )
}

/** Staff behind access tokens. Login, account and role are read each time, so revoking works at once. */
export const staffLogins: LoginProvider<StaffMember> = {
  async findByLogin(subject, sid) {
    if (!/^\d{1,9}$/.test(subject)) return undefined
    return (
      (await StaffMember.query()
        .where('id', subject)
        .whereNull('disabled_at')
        .whereExists((login) =>
          login
            .from('logins')
            .whereColumn('staff_member_id', 'staff_members.id')
            .whereRaw('sid::text = ?', [sid])
            .whereRaw(IS_OPEN)
        )
        .first()) ?? undefined
    )
  },
  async issueToken(member) {
    const { accessToken } = await openApiLogin(member, { ip: '127.0.0.1', userAgent: null })
    return accessToken
  },
}
