import type { Redis, Result } from 'ioredis'
import { dependency } from '#app/platform/resilience/dependency'
import type { BucketPolicy, BucketStore, Taking } from '#app/platform/limits/token_bucket'

/**
 * KEYS[1] bucket, ARGV[1] price and ARGV[2] whole bucket in microseconds. A script runs alone, on
 * the server's clock; a bucket that is full again expires. `%.0f` because Lua would round
 * microseconds since 1970 to fourteen digits.
 */
export const TAKE_FROM_KEY = `
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local missing = math.max(0, (tonumber(redis.call('GET', KEYS[1])) or 0) - now)
  local after = missing + ARGV[1]
  if after > tonumber(ARGV[2]) then return { 0, missing } end
  redis.call('SET', KEYS[1], string.format('%.0f', now + after), 'PX', math.ceil(after / 1000) + 1)
  return { 1, after }`

declare module 'ioredis' {
  interface RedisCommander<Context> {
    takeTokens(key: string, price: number, bucket: number): Result<[number, number], Context>
  }
}

const ANSWER_WITHIN_MS = 250

/** Buckets shared by every process through one key each. Rejects while Redis does not answer. */
export class RedisBuckets implements BucketStore {
  constructor(
    private readonly redis: Redis,
    private readonly server = dependency('redis', { timeoutMs: ANSWER_WITHIN_MS })
  ) {
    redis.defineCommand('takeTokens', { numberOfKeys: 1, lua: TAKE_FROM_KEY })
  }

  async take(key: string, policy: BucketPolicy, cost: number): Promise<Taking> {
    const price = cost * policy.intervalUs
    const bucket = policy.burst * policy.intervalUs
    const [granted, missingUs] = await this.server.call(() =>
      this.redis.takeTokens(`bucket:${key}`, price, bucket)
    )
    return { granted: granted === 1, missingUs }
  }
}
