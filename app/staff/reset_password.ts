import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { canonicalPassword, expectUnguessable } from '#app/platform/auth/password'
import { hashOf } from '#app/platform/auth/reset_token'
import { loginsOfStaff } from '#app/staff/staff_logins'
import StaffMember from '#app/staff/staff_member'

/**
 * Sets a new password and ends every login of the account, and every other link to set one. Returns
 * false for a token that is unknown, used or too old. Throws a 422 for a password that is easy to
 * guess; the token is then still good.
 */
export function resetPassword(
  token: string,
  password: string,
  from: Pick<Acting, 'requestId' | 'ip'> = {}
): Promise<boolean> {
  return db.transaction(async (trx) => {
    const [reset] = await sql<{ memberId: number }>(
      `update password_resets set used_at = now()
       where token_hash = $1 and staff_member_id is not null and used_at is null and expires_at > now()
       returning staff_member_id as "memberId"`,
      [hashOf(token)],
      trx
    )
    if (!reset) return false
    const member = await StaffMember.findOrFail(reset.memberId, { client: trx })
    await actAs(trx, { ...from, actor: member.actor, source: 'ui' })
    await expectUnguessable(password, member)
    await member.merge({ password: canonicalPassword(password) }).save()
    await loginsOfStaff.closeAll(member.id, { trx })
    await sql(
      'update password_resets set used_at = now() where staff_member_id = $1 and used_at is null',
      [member.id],
      trx
    )
    return true
  })
}
