import { createStaffMember } from '#app/staff/create_staff_member'
import type { Role } from '#app/staff/roles'
import { staffLogins } from '#app/staff/staff_logins'

export const PASSWORD = 'un mot de passe assez long'

let serial = 0

/** A staff account that logs in with `PASSWORD`. */
export async function createStaff(role: Role = 'owner') {
  const email = `${role}.${process.pid}.${Date.now()}.${++serial}@shabou.test`
  const { member } = await createStaffMember({ email, role, password: PASSWORD })
  return member
}

/** The header of an API client that works for a new account of this role. */
export async function bearer(role: Role = 'owner') {
  const member = await createStaff(role)
  return { member, token: await staffLogins.issueToken(member) }
}
