import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import { latinDigits } from '#app/platform/text/latin_digits'
import { useRecoveryCode } from '#app/staff/second_factor/recovery_codes'
import { stepOf, unseal } from '#app/staff/second_factor/second_factor'

/**
 * Takes a code of the authenticator, or a recovery code in its place; either counts once. Throws the
 * same 401 whatever is wrong with it.
 */
export async function verifyCode(memberId: number, typed: string): Promise<void> {
  const code = canonicalCode(typed)
  const isRight = /^\d+$/.test(code)
    ? await useStep(memberId, code)
    : await useRecoveryCode(memberId, code)
  if (!isRight) throw wrongCode()
}

/** As it is compared: without the spaces and dashes people put in, in digits of any keyboard. */
export const canonicalCode = (typed: string): string =>
  latinDigits(typed.replace(/[\s-]/g, '')).toUpperCase()

/** Moves on to the step of the code, unless that one or a later one was used (RFC 6238, 5.2). */
async function useStep(memberId: number, code: string): Promise<boolean> {
  const [factor] = await sql<{ secret: string }>(
    'select secret from second_factors where staff_member_id = $1',
    [memberId]
  )
  const secret = factor && unseal(factor.secret)
  const step = secret ? stepOf(secret, code) : undefined
  if (step === undefined) return false
  const moved = await sql(
    'update second_factors set last_step = $2 where staff_member_id = $1 and last_step < $2 returning 1',
    [memberId, step]
  )
  return moved.length > 0
}

export const wrongCode = () =>
  new Problem({
    status: 401,
    code: 'wrong_code',
    title: 'Wrong code',
    detail: 'Wait for the next code of the authenticator, or use a recovery code that is left.',
  })
