import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { forgetRecoveryCodes, renewRecoveryCodes } from '#app/staff/second_factor/recovery_codes'
import { seal, stepOf } from '#app/staff/second_factor/second_factor'
import { loginsOfStaff } from '#app/staff/login/staff_logins'
import type StaffMember from '#app/staff/members/staff_member'
import { canonicalCode, wrongCode } from '#app/staff/second_factor/verify_code'

/**
 * Turns the second factor on, once a code shows that the authenticator knows the secret, and ends
 * the logins that were opened without it, except `login`. Returns the recovery codes, the only time
 * they are readable. Throws a 401 for a wrong code, a 409 when it is on already.
 */
export function enrolSecondFactor(
  member: StaffMember,
  { secret, code, login }: { secret: string; code: string; login: string },
  acting: Acting
): Promise<string[]> {
  return db.transaction(async (trx) => {
    const step = stepOf(secret, canonicalCode(code))
    if (step === undefined) throw wrongCode()
    await actAs(trx, acting)
    await sql(
      'insert into second_factors (staff_member_id, secret, last_step) values ($1, $2, $3)',
      [member.id, seal(secret), step],
      trx
    )
    await member.useTransaction(trx).merge({ secondFactorSince: DateTime.now() }).save()
    await loginsOfStaff.closeAll(member.id, { except: login, trx })
    return renewRecoveryCodes(member.id, trx)
  })
}

/** Turns the second factor off: by whoever has it, or by an owner when the telephone is lost. */
export function removeSecondFactor(member: StaffMember, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await sql('delete from second_factors where staff_member_id = $1', [member.id], trx)
    await forgetRecoveryCodes(member.id, trx)
    await member.useTransaction(trx).merge({ secondFactorSince: null }).save()
  })
}
