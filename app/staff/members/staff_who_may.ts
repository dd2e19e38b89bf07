import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Ability } from '#app/staff/abilities'
import StaffMember from '#app/staff/members/staff_member'

/** Everybody who still works here and may do this. */
export async function staffWhoMay(
  ability: Ability,
  trx?: TransactionClientContract
): Promise<StaffMember[]> {
  const members = await StaffMember.query({ client: trx })
    .whereNull('disabledAt')
    .preload('heldRole')
    .orderBy('id')
  return members.filter((member) => member.may(ability))
}
