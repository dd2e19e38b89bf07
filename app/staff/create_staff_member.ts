import { randomBytes } from 'node:crypto'
import vine from '@vinejs/vine'
import { canonicalPassword, expectUnguessable, SHORTEST_PASSWORD } from '#app/staff/password'
import StaffMember from '#app/staff/staff_member'
import { type Role, ROLES } from '#app/staff/roles'

export type NewStaffMember = { email: string; role: Role; fullName?: string; password?: string }

/**
 * Creates a staff account; without a password one is generated and returned,
 * the only time it is readable. Throws when the role does not exist, the
 * address is none or taken, or the password is short or easy to guess.
 */
export async function createStaffMember({ email, role, fullName, password }: NewStaffMember) {
  if (!ROLES.includes(role))
    throw new Error(`There is no role "${role}". Roles: ${ROLES.join(', ')}.`)
  const chosen = password ?? randomBytes(12).toString('base64url')
  if (chosen.length < SHORTEST_PASSWORD)
    throw new Error(`The password needs at least ${SHORTEST_PASSWORD} characters.`)
  const address = email.trim().toLowerCase()
  if (!vine.helpers.isEmail(address)) throw new Error(`"${email}" is no e-mail address.`)
  if (await StaffMember.findBy('email', address))
    throw new Error(`${address} has an account already.`)

  const owner = { email: address, fullName: fullName ?? address.split('@')[0] }
  if (password) await expectUnguessable(password, owner)

  const member = await StaffMember.create({ ...owner, password: canonicalPassword(chosen), role })
  return { member, password: chosen }
}
