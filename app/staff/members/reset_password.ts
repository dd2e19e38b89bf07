import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { expectUnguessable, hashPassword } from '#app/platform/auth/password'
import { hashOf } from '#app/platform/auth/reset_token'
import { loginsOfStaff } from '#app/staff/login/staff_logins'
import StaffMember from '#app/staff/members/staff_member'

/**
 * Sets a new password and ends every login of the account, and every other link to set one. Returns
 * false for a token that is unknown, used or too old. Throws a 422 for a password that is easy to
 * guess; the token is then still good.
 */
export async function resetPassword(
  token: string,
  password: string,
  from: Pick<Acting, 'requestId' | 'ip'> = {}
): Promise<boolean> {
  const member = await ownerOf(token)
  if (!member) return false
  await expectUnguessable(password, member)
  const hashed = await hashPassword(password)
  return db.transaction(async (trx) => {
    await actAs(trx, { ...from, actor: member.actor, source: 'ui' })
    if (!(await isFirstToUse(token, trx))) return false
    await member.useTransaction(trx).merge({ password: hashed }).save()
    await loginsOfStaff.closeAll(member.id, { trx })
    await endOtherLinks(member.id, trx)
    return true
  })
}

/** A link of staff: those of customers are in the same table. */
const GOOD =
  'token_hash = $1 and staff_member_id is not null and used_at is null and expires_at > now()'

async function ownerOf(token: string): Promise<StaffMember | null> {
  const [reset] = await sql<{ memberId: number }>(
    `select staff_member_id as "memberId" from password_resets where ${GOOD}`,
    [hashOf(token)]
  )
  return reset ? StaffMember.find(reset.memberId) : null
}

/** Of two that bring the same link at the same time, one is. */
async function isFirstToUse(token: string, trx: TransactionClientContract): Promise<boolean> {
  const used = await sql(
    `update password_resets set used_at = now() where ${GOOD} returning 1`,
    [hashOf(token)],
    trx
  )
  return used.length > 0
}

async function endOtherLinks(memberId: number, trx: TransactionClientContract) {
  await sql(
    'update password_resets set used_at = now() where staff_member_id = $1 and used_at is null',
    [memberId],
    trx
  )
}
