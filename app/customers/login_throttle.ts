import { inTurn } from '#app/platform/auth/hashing_turn'
import { type Secret, throttleAttempts } from '#app/platform/auth/throttle_attempts'
import { enqueue } from '#app/platform/jobs/enqueue'
import { warnCustomer } from '#app/customers/warn_customer'

const PASSWORD: Secret = {
  name: 'customer-login',
  refusal: 'too_many_logins',
  warn: (email) => enqueue(warnCustomer, { email, notice: 'guessing' }),
  turn: inTurn,
}

/** Runs an attempt of a customer to log in. Throws what `throttleAttempts` throws. */
export const throttleLogin = <Result>(email: string, ip: string, attempt: () => Promise<Result>) =>
  throttleAttempts(PASSWORD, { email, ip }, attempt)
