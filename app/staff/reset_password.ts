import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { canonicalPassword, expectUnguessable } from '#app/staff/password'
import { hashOf } from '#app/staff/reset_token'
import StaffMember from '#app/staff/staff_member'

/**
 * Sets a new password and ends every login of the account. Returns false for
 * a token that is unknown, used or older than 30 minutes. Throws a 422 for a
 * password that is easy to guess; the token is then still good.
 */
export function resetPassword(token: string, password: string): Promise<boolean> {
  return db.transaction(async (trx) => {
    const [reset] = await sql<{ memberId: number }>(
      `update password_resets set used_at = now()
       where token_hash = $1 and used_at is null and expires_at > now()
       returning staff_member_id as "memberId"`,
      [hashOf(token)],
      trx
    )
    if (!reset) return false
    const member = await StaffMember.findOrFail(reset.memberId, { client: trx })
    await expectUnguessable(password, member)
    await member.merge({ password: canonicalPassword(password) }).save()
    await sql(
      'update logins set revoked_at = now() where staff_member_id = $1 and revoked_at is null',
      [member.id],
      trx
    )
    return true
  })
}
