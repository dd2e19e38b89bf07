import db from '@adonisjs/lucid/services/db'
import type { Infer } from '@vinejs/vine/types'
import { type Acting, actAs } from '#app/platform/database/act_as'
import type { accountValidator } from '#app/staff/members/account_validators'
import type StaffMember from '#app/staff/members/staff_member'

/** Changes what everybody may change about themselves: the name, and the language of mails and pages. */
export function updateOwnAccount(
  member: StaffMember,
  input: Infer<typeof accountValidator>,
  acting: Acting
): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const version = member.version + 1
    await member
      .useTransaction(trx)
      .merge({ ...input, version })
      .save()
  })
}
