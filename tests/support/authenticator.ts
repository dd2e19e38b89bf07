import { Secret, TOTP } from 'otpauth'
import { sql } from '#app/platform/database/sql'
import { newSecret } from '#app/staff/second_factor/second_factor'
import { enrolSecondFactor } from '#app/staff/second_factor/enrol_second_factor'
import StaffMember from '#app/staff/members/staff_member'
import { TESTING } from '#tests/support/staff'

const STEP_MS = 30_000

/** The application on somebody's telephone. */
export class Authenticator {
  constructor(readonly secret: string) {}

  /** The code of now, or of as many steps before or after. */
  code(steps = 0): string {
    const totp = new TOTP({ secret: Secret.fromBase32(this.secret) })
    return totp.generate({ timestamp: Date.now() + steps * STEP_MS })
  }
}

/** Turns on the second factor of somebody, with a telephone that has not been used since. */
export async function withSecondFactor(member: StaffMember) {
  const phone = new Authenticator(newSecret())
  const found = await StaffMember.findOrFail(member.id)
  const given = { secret: phone.secret, code: phone.code(), login: '' }
  const codes = await enrolSecondFactor(found, given, TESTING)
  await forgetCodes(member)
  return { phone, codes }
}

/** As if no code had been used for long. */
export const forgetCodes = ({ id }: StaffMember) =>
  sql('update second_factors set last_step = 0 where staff_member_id = $1', [id])
