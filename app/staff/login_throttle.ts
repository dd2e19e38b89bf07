import limiter from '@adonisjs/limiter/services/main'
import { Problem } from '#app/platform/http/problem'

/** Wrong passwords in 15 minutes: per account and address, and per address over all accounts. */
const PER_ACCOUNT = { requests: 5, duration: '15 mins', blockDuration: '15 mins' } as const
const PER_ADDRESS = { requests: 30, duration: '15 mins', blockDuration: '15 mins' } as const

/**
 * Runs a login attempt; only failures count. Another address is never locked
 * out by them. Throws a 429 when this address has failed too often.
 */
export async function throttleLogin<Result>(
  email: string,
  ip: string,
  attempt: () => Promise<Result>
): Promise<Result> {
  const [error, result] = await limiter
    .multi([
      { ...PER_ACCOUNT, key: `login:${ip}:${email.trim().toLowerCase()}` },
      { ...PER_ADDRESS, key: `login:${ip}` },
    ])
    .penalize(attempt)
  if (!error) return result
  throw new Problem({
    status: 429,
    code: 'too_many_logins',
    title: 'Too many wrong passwords',
    detail: 'Wait as long as Retry-After says, or reset the password.',
    headers: { 'Retry-After': String(error.response.availableIn) },
  })
}
