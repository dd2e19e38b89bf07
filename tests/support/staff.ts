import db from '@adonisjs/lucid/services/db'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { createStaffMember } from '#app/staff/members/create_staff_member'
import { hashOf, newResetToken } from '#app/platform/auth/reset_token'
import StaffMember from '#app/staff/members/staff_member'
import { staffLogins } from '#app/staff/login/staff_logins'

export const PASSWORD = 'un mot de passe assez long'

export const TESTING = { actor: 'test', source: 'command' } as const

let serial = 0

/** `PASSWORD` as it is kept. It takes a fifth of a second of a core: the first account has it made, the others share it. */
let kept: string | undefined

/** A staff account that logs in with `PASSWORD`. */
export async function createStaff(role = 'owner'): Promise<StaffMember> {
  const email = `${role}.${process.pid}.${Date.now()}.${++serial}@shabou.test`
  if (kept) return createLike(kept, { email, role })
  const { member } = await createStaffMember({ email, role, password: PASSWORD }, TESTING)
  kept = member.password
  return member
}

const createLike = (password: string, { email, role }: { email: string; role: string }) =>
  db.transaction(async (trx) => {
    await actAs(trx, TESTING)
    const account = { email, role, password, fullName: email.split('@')[0], version: 1 }
    const member = await StaffMember.create(account, { client: trx })
    await member.load('heldRole')
    return member
  })

/** The header of an API client that works for a new account of this role. */
export async function bearer(role = 'owner') {
  const member = await createStaff(role)
  return { member, token: await staffLogins.issueToken(member) }
}

/** The token of a link that sets a new password, as it would have been mailed. */
export async function createResetToken({ id }: { id: number }, minutes = 30) {
  const token = newResetToken()
  await sql(
    `insert into password_resets (token_hash, staff_member_id, expires_at)
     values ($1, $2, now() + $3 * interval '1 minute')`,
    [hashOf(token), id, minutes]
  )
  return token
}
