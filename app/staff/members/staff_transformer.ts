import { ACCESS_TOKEN_TTL } from '#app/platform/auth/access_token'
import type { RoleWithPeople } from '#app/staff/roles/role_query'
import type { ApiLogin } from '#app/staff/login/staff_logins'
import type StaffMember from '#app/staff/members/staff_member'
import type { StaffRow } from '#app/staff/members/staff_query'

/** What an API client gets for a login, or for renewing it. `expiresIn` is in seconds. */
export const apiLogin = ({ accessToken, refreshToken, member }: ApiLogin) => ({
  accessToken,
  expiresIn: ACCESS_TOKEN_TTL,
  refreshToken,
  staff: staffItem(member),
})

/** An account, as those see it who look after accounts. */
export const staffAccount = (row: StaffRow) => ({
  id: row.id,
  email: row.email,
  fullName: row.fullName,
  role: row.role,
  locale: row.locale,
  disabledAt: row.disabledAt,
  secondFactorSince: row.secondFactorSince,
  lastSeenAt: row.lastSeenAt,
  createdAt: row.createdAt,
  version: row.version,
})

/** A role with what it may do; built-in ones have no name but their key. */
export const roleItem = ({ role, people }: RoleWithPeople) => ({
  key: role.key,
  name: role.name,
  builtIn: role.builtIn,
  abilities: role.granted,
  requiresSecondFactor: role.requiresSecondFactor,
  people,
  version: role.version,
})

/** Somebody of the staff, with what they may do. */
function staffItem(member: StaffMember) {
  return {
    id: member.id,
    email: member.email,
    fullName: member.fullName,
    roles: [member.role],
    abilities: member.heldRole.granted,
  }
}
