import { inTurn } from '#app/platform/auth/hashing_turn'
import { type Secret, throttleAttempts } from '#app/platform/auth/throttle_attempts'
import { enqueue } from '#app/platform/jobs/enqueue'
import { warnOfGuessing } from '#app/staff/login/warn_of_guessing'

const PASSWORD: Secret = {
  name: 'login',
  refusal: 'too_many_logins',
  warn: (email) => enqueue(warnOfGuessing, { email, notice: 'guessing' }),
  turn: inTurn,
}

const CODE: Secret = {
  name: 'code',
  refusal: 'too_many_codes',
  warn: (email) => enqueue(warnOfGuessing, { email, notice: 'guessingCodes' }),
}

/** Runs an attempt of staff to log in with a password. Throws what `throttleAttempts` throws. */
export const throttleLogin = <Result>(email: string, ip: string, attempt: () => Promise<Result>) =>
  throttleAttempts(PASSWORD, { email, ip }, attempt)

/** The same for the code that follows the password. */
export const throttleCode = <Result>(email: string, ip: string, attempt: () => Promise<Result>) =>
  throttleAttempts(CODE, { email, ip }, attempt)
