import type { LoginProvider } from '#app/platform/auth/jwt_guard'
import { signAccessToken } from '#app/platform/auth/access_token'
import { sql } from '#app/platform/database/sql'
import StaffMember from '#app/staff/staff_member'

export const STAFF_AUDIENCE = 'staff'

type Client = { ip: string; userAgent: string | null }

/** Opens a login of an API client and returns its access token. */
export async function openApiLogin(member: StaffMember, client: Client): Promise<string> {
  const [{ sid }] = await sql<{ sid: string }>(
    `insert into logins (staff_member_id, kind, ip, user_agent) values ($1, 'api', $2, $3)
     returning sid`,
    [member.id, client.ip, client.userAgent?.slice(0, 300) ?? null]
  )
  return signAccessToken({ subject: String(member.id), sid }, STAFF_AUDIENCE)
}

/** Staff behind access tokens. The login and the account are read each time, so revoking works at once. */
export const staffLogins: LoginProvider<StaffMember> = {
  async findByLogin(subject, sid) {
    return (
      (await StaffMember.query()
        .where('id', subject)
        .whereNull('disabled_at')
        .whereExists((login) =>
          login
            .from('logins')
            .whereColumn('staff_member_id', 'staff_members.id')
            .whereRaw('sid::text = ?', [sid])
            .whereNull('revoked_at')
        )
        .first()) ?? undefined
    )
  },
  issueToken: (member) => openApiLogin(member, { ip: '127.0.0.1', userAgent: null }),
}
