import redis from '@adonisjs/redis/services/main'
import limits from '#config/limits'
import { FallbackBuckets } from '#app/platform/limits/fallback_buckets'
import { MemoryBuckets } from '#app/platform/limits/memory_buckets'
import { PostgresBuckets } from '#app/platform/limits/postgres_buckets'
import { RateLimits } from '#app/platform/limits/rate_limits'
import { RedisBuckets } from '#app/platform/limits/redis_buckets'
import type { BucketStore } from '#app/platform/limits/token_bucket'

const memory = new MemoryBuckets()
const postgres = new FallbackBuckets(new PostgresBuckets(), memory)

/** The store of that name. `second` answers while Redis does not; in the end memory always does. */
function store(name: 'memory' | 'postgres' | 'redis', second: BucketStore): BucketStore {
  if (name === 'memory') return memory
  if (name === 'postgres') return postgres
  return new FallbackBuckets(new RedisBuckets(redis.connection('main').ioConnection), second)
}

/** The limits of this process, as `config/limits.ts` says. */
export const rateLimits = new RateLimits(limits.policies, {
  general: store(limits.general, memory),
  shared: store(limits.shared, postgres),
})
