import { abilitiesOf } from '#app/staff/abilities'
import type StaffMember from '#app/staff/staff_member'

/** Somebody of the staff, with what they may do. */
export function staffItem(member: StaffMember) {
  return {
    id: member.id,
    email: member.email,
    fullName: member.fullName,
    roles: [member.role],
    abilities: abilitiesOf(member.role),
  }
}
