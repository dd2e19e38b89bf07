import type { BucketPolicy, Decision } from '#app/platform/limits/token_bucket'

const seconds = (ms: number) => Math.ceil(ms / 1000)
const windowSeconds = (policy: BucketPolicy) => seconds((policy.burst * policy.intervalUs) / 1000)

/**
 * Headers of every limited answer. `RateLimit` and `RateLimit-Policy` are structured fields
 * (RFC 9651) as draft-ietf-httpapi-ratelimit-headers-10 has them: q tokens per w seconds, r left,
 * full again after t seconds. `X-RateLimit-*` tell the same to older clients; Reset is in seconds.
 */
export function rateLimitHeaders(decision: Decision): Record<string, string> {
  const { policy, remaining, resetMs } = decision
  return {
    'RateLimit-Policy': `"${policy.name}";q=${policy.burst};w=${windowSeconds(policy)}`,
    'RateLimit': `"${policy.name}";r=${remaining};t=${seconds(resetMs)}`,
    'X-RateLimit-Limit': String(policy.burst),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(seconds(resetMs)),
  }
}

/** Whole seconds after which the refused request would pass. */
export function retryAfter(decision: Decision): string {
  return String(Math.max(1, seconds(decision.retryAfterMs)))
}
