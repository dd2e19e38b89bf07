import { isPasswordOf } from '#app/platform/auth/password'
import StaffMember from '#app/staff/members/staff_member'
import { wrongCredentials } from '#app/platform/auth/wrong_credentials'

/** The account that this address and password belong to. Throws the same 401 whatever is wrong. */
export async function verifyCredentials(email: string, password: string): Promise<StaffMember> {
  const member = await StaffMember.findBy('email', email.trim().toLowerCase())
  const isRight = await isPasswordOf(member, password)
  if (!member || !isRight || member.disabledAt) throw wrongCredentials()
  return member
}
