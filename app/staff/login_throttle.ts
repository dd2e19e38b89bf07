import { setTimeout as sleep } from 'node:timers/promises'
import limiter from '@adonisjs/limiter/services/main'
import { Problem } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'
import { warnOfGuessing } from '#app/staff/warn_of_guessing'

/** Wrong passwords in 15 minutes: per account and address, and per address over all accounts. */
const PER_ACCOUNT = { requests: 5, duration: '15 mins', blockDuration: '15 mins' } as const
const PER_ADDRESS = { requests: 30, duration: '15 mins', blockDuration: '15 mins' } as const
/** Wrong passwords for one account from anywhere; beyond them attempts take their time. */
const FROM_ANYWHERE = { requests: 20, duration: '1 hour' } as const
const SLOWED_DOWN_MS = 2_000

/**
 * Runs a login attempt; only failures count. Another address is never locked
 * out by them, only slowed down, and the owner of the account gets a mail.
 * Throws a 429 when this address has failed too often.
 */
export async function throttleLogin<Result>(
  email: string,
  ip: string,
  attempt: () => Promise<Result>
): Promise<Result> {
  const account = email.trim().toLowerCase()
  await slowDown(account)
  const [error, result] = await limiter
    .multi([
      { ...PER_ACCOUNT, key: `login:${ip}:${account}` },
      { ...PER_ADDRESS, key: `login:${ip}` },
    ])
    .penalize(() => noting(account, attempt))
  if (!error) return result
  throw new Problem({
    status: 429,
    code: 'too_many_logins',
    title: 'Too many wrong passwords',
    detail: 'Wait as long as Retry-After says, or reset the password.',
    headers: { 'Retry-After': String(error.response.availableIn) },
  })
}

const failuresOf = (account: string) => `login-of:${account}`

async function slowDown(account: string) {
  const failures = await limiter.use(FROM_ANYWHERE).get(failuresOf(account))
  if (failures && failures.consumed >= FROM_ANYWHERE.requests) await sleep(SLOWED_DOWN_MS)
}

/** Counts an attempt that fails; the one too many tells the owner, once an hour. */
async function noting<Result>(account: string, attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt()
  } catch (error) {
    const { consumed } = await limiter.use(FROM_ANYWHERE).increment(failuresOf(account))
    if (consumed === FROM_ANYWHERE.requests) await enqueue(warnOfGuessing, { email: account })
    throw error
  }
}
