import { errors } from '@adonisjs/auth'
import { canonicalPassword } from '#app/platform/auth/password'
import StaffMember from '#app/staff/staff_member'
import { wrongCredentials } from '#app/platform/auth/wrong_credentials'

/** The account that this address and password belong to. Throws the same 401 whatever is wrong. */
export async function verifyCredentials(email: string, password: string): Promise<StaffMember> {
  try {
    const address = email.trim().toLowerCase()
    const member = await StaffMember.verifyCredentials(address, canonicalPassword(password))
    if (member.disabledAt) throw wrongCredentials()
    return member
  } catch (error) {
    if (error instanceof errors.E_INVALID_CREDENTIALS) throw wrongCredentials()
    throw error
  }
}
