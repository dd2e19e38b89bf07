import { Problem } from '#app/platform/http/problem'
import { retryAfter } from '#app/platform/limits/rate_limit_headers'
import type { Decision } from '#app/platform/limits/token_bucket'

/** The caller's bucket is empty. */
export class RateLimited extends Problem {
  constructor(decision: Decision) {
    const wait = retryAfter(decision)
    super({
      status: 429,
      code: 'rate_limited',
      title: 'Too many requests',
      detail: `The limit "${decision.policy.name}" is used up. Try again in ${wait} s.`,
      headers: { 'Retry-After': wait },
    })
  }
}
