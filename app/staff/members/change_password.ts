import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { expectUnguessable, hashPassword } from '#app/platform/auth/password'
import { loginsOfStaff } from '#app/staff/login/staff_logins'
import type StaffMember from '#app/staff/members/staff_member'

/**
 * Gives somebody who has said the present password a new one, and ends the other logins than `login`.
 * Throws a 422 for a password that is easy to guess.
 */
export async function changePassword(
  member: StaffMember,
  { password, login }: { password: string; login: string },
  acting: Acting
): Promise<void> {
  await expectUnguessable(password, member)
  const hashed = await hashPassword(password)
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    await member.useTransaction(trx).merge({ password: hashed }).save()
    await loginsOfStaff.closeAll(member.id, { except: login, trx })
  })
}
