import type { LoginProvider } from '#app/platform/auth/jwt_guard'
import { type Client, IS_OPEN, Logins, type Tokens } from '#app/platform/auth/logins'
import StaffMember from '#app/staff/members/staff_member'

export const loginsOfStaff = new Logins('staff', 'staff_member_id')

/** Somebody who works through an API client, with the tokens of this login. */
export type ApiLogin = Tokens & { member: StaffMember }

/** Opens a login of an API client. */
export async function openApiLogin(member: StaffMember, client: Client): Promise<ApiLogin> {
  const sid = await loginsOfStaff.open(member.id, 'api', client)
  return { member, ...(await loginsOfStaff.tokensOf(member.id, sid)) }
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
