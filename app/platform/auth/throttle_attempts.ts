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
  const penalize = async () => {
    await expectFewFrom(ip, secret)
    const noted = () => noting({ secret, account, ip }, attempt)
    return limiter.use(PER_ACCOUNT).penalize(`${secret.name}:${ip}:${account}`, noted)
  }
  const [error, result] = await (secret.turn ? secret.turn(penalize) : penalize())
  if (error) throw tooMany(secret, error.response.availableIn)
  return result
}

const failuresOf = ({ name }: Secret, account: string) => `${name}-of:${account}`
const failuresFrom = ({ name }: Secret, ip: string) => `${name}:${ip}`

/** No success forgives them: who guesses from here may have an account of their own. */
async function expectFewFrom(ip: string, secret: Secret) {
  const failures = await limiter.use(PER_ADDRESS).get(failuresFrom(secret, ip))
  if (failures && failures.remaining <= 0) throw tooMany(secret, failures.availableIn)
}

async function slowDown(secret: Secret, account: string) {
  const failures = await limiter.use(FROM_ANYWHERE).get(failuresOf(secret, account))
  if (failures && failures.consumed >= FROM_ANYWHERE.requests) await sleep(SLOWED_DOWN_MS)
}

type Attempted = { secret: Secret; account: string; ip: string }

/** Counts an attempt that fails; the one too many tells the owner, once an hour. */
async function noting<Result>(
  { secret, account, ip }: Attempted,
  attempt: Attempt<Result>
): Promise<Result> {
  try {
    return await attempt()
  } catch (error) {
    await countAgainst(ip, secret)
    const { consumed } = await limiter.use(FROM_ANYWHERE).increment(failuresOf(secret, account))
    if (consumed === FROM_ANYWHERE.requests) await secret.warn(account)
    throw error
  }
}

async function countAgainst(ip: string, secret: Secret) {
  const limit = limiter.use(PER_ADDRESS)
  const key = failuresFrom(secret, ip)
  const { consumed } = await limit.increment(key)
  if (consumed >= PER_ADDRESS.requests) await limit.block(key, PER_ADDRESS.blockDuration)
}

const tooMany = ({ refusal }: Secret, seconds: number) =>
  new Problem({
    status: 429,
    code: refusal,
    title: 'Too many wrong attempts',
    detail: 'Wait as long as Retry-After says, or reset the password.',
    headers: { 'Retry-After': String(seconds) },
  })
