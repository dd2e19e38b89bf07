import { defineConfig, stores } from '@adonisjs/limiter'

/**
 * Counts failed logins and reset mails: rare, and never to be forgotten, so
 * PostgreSQL keeps them. General limits are token buckets in `app/platform/limits`.
 */
const limiterConfig = defineConfig({
  default: 'database',
  stores: { database: stores.database({ tableName: 'rate_limits', clearExpiredByTimeout: true }) },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
