import { ACCESS_TOKEN_TTL } from '#app/platform/auth/access_token'
import { abilitiesOf } from '#app/staff/abilities'
import type { ApiLogin } from '#app/staff/staff_logins'
import type StaffMember from '#app/staff/staff_member'

/** Somebody of the staff, with what they may do. */
export function staffItem(member: StaffMember) {
  return {
    id: member.id,
    email: member.email,
    fullName: member.fullName,
    roles: [member.role],
    abilities: abilitiesOf(member.role),
  }
}

/** What an API client gets for a login, or for renewing it. `expiresIn` is in seconds. */
export const apiLogin = ({ accessToken, refreshToken, member }: ApiLogin) => ({
  accessToken,
  expiresIn: ACCESS_TOKEN_TTL,
  refreshToken,
  staff: staffItem(member),
})
