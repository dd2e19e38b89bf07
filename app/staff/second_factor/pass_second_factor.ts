import { Problem } from '#app/platform/http/problem'
import { throttleCode } from '#app/staff/login/login_throttle'
import type StaffMember from '#app/staff/members/staff_member'
import { verifyCode } from '#app/staff/second_factor/verify_code'

/**
 * The second half of a login, for those who have set up a second factor. Throws a 401 when the code
 * is missing or wrong, a 429 after too many wrong ones.
 */
export async function passSecondFactor(member: StaffMember, ip: string, code?: string) {
  if (!member.secondFactorSince) return
  if (!code) throw secondFactorRequired()
  await throttleCode(member.email, ip, () => verifyCode(member.id, code))
}

const secondFactorRequired = () =>
  new Problem({
    status: 401,
    code: 'second_factor_required',
    title: 'A code is needed as well',
    detail: 'Send the login again with `code`: the one of the authenticator, or a recovery code.',
  })
