import { setTimeout as sleep } from 'node:timers/promises'
import limiter from '@adonisjs/limiter/services/main'
import { Problem } from '#app/platform/http/problem'

/** Wrong attempts in 15 minutes: per account and address, and per address over all accounts. */
const PER_ACCOUNT = { requests: 5, duration: '15 mins', blockDuration: '15 mins' } as const
const PER_ADDRESS = { requests: 30, duration: '15 mins', blockDuration: '15 mins' } as const
/** Wrong attempts for one account from anywhere; beyond them attempts take their time. */
const FROM_ANYWHERE = { requests: 20, duration: '1 hour' } as const
const SLOWED_DOWN_MS = 2_000

/** What is being guessed. */
export type Secret = {
  /** Counted apart under this name: a right password forgives no wrong code. */
  name: string
  /** The code of the refusal. */
  refusal: string
  /** Tells the owner of an account that somebody keeps guessing. */
  warn(email: string): Promise<unknown>
  /** Waits until there is room for an attempt. */
  turn?<Result>(work: () => Promise<Result>): Promise<Result>
}

type Attempt<Result> = () => Promise<Result>

/**
 * Runs an attempt to say a secret; only failures count. Another address is never locked out by them,
 * only slowed down, and the owner of the account is told once an hour.
 * Throws a 429 when this address has failed too often, a 503 when too many try at once.
 */
export async function throttleAttempts<Result>(
  secret: Secret,
  { email, ip }: { email: string; ip: string },
  attempt: Attempt<Result>
): Promise<Result> {
  const account = email.trim().toLowerCase()
  await slowDown(secret, account)
  const limits = limiter.multi([
    { ...PER_ACCOUNT, key: `${secret.name}:${ip}:${account}` },
    { ...PER_ADDRESS, key: `${secret.name}:${ip}` },
  ])
  const penalize = () => limits.penalize(() => noting(secret, account, attempt))
  const [error, result] = await (secret.turn ? secret.turn(penalize) : penalize())
  if (!error) return result
  throw new Problem({
    status: 429,
    code: secret.refusal,
    title: 'Too many wrong attempts',
    detail: 'Wait as long as Retry-After says, or reset the password.',
    headers: { 'Retry-After': String(error.response.availableIn) },
  })
}

const failuresOf = ({ name }: Secret, account: string) => `${name}-of:${account}`

async function slowDown(secret: Secret, account: string) {
  const failures = await limiter.use(FROM_ANYWHERE).get(failuresOf(secret, account))
  if (failures && failures.consumed >= FROM_ANYWHERE.requests) await sleep(SLOWED_DOWN_MS)
}

/** Counts an attempt that fails; the one too many tells the owner, once an hour. */
async function noting<Result>(
  secret: Secret,
  account: string,
  attempt: Attempt<Result>
): Promise<Result> {
  try {
    return await attempt()
  } catch (error) {
    const { consumed } = await limiter.use(FROM_ANYWHERE).increment(failuresOf(secret, account))
    if (consumed === FROM_ANYWHERE.requests) await secret.warn(account)
    throw error
  }
}
