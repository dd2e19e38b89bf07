import { defineConfig } from '@adonisjs/redis'
import type { InferConnections } from '@adonisjs/redis/types'
import env from '#start/env'
import { redisAddress } from '#app/platform/cache/redis_address'

/** Nothing waits for Redis: a lost server fails commands at once, and callers do without. */
const redisConfig = defineConfig({
  connection: 'main',
  connections: {
    main: {
      ...redisAddress(env.get('REDIS_URL') ?? 'redis://127.0.0.1:6379'),
      keyPrefix: 'shop:',
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 1_000,
      commandTimeout: 250,
      retryStrategy: (attempt) => Math.min(attempt * 200, 3_000),
    },
  },
})

export default redisConfig

declare module '@adonisjs/redis/types' {
  export interface RedisConnections extends InferConnections<typeof redisConfig> {}
}
