import app from '@adonisjs/core/services/app'
import env from '#start/env'
import { parsePolicies } from '#app/platform/limits/policies'

/**
 * Token buckets. General ones live in the memory of each process unless RATE_LIMIT_STORE says
 * otherwise; those that protect logins are always shared.
 */
export default {
  policies: parsePolicies(env.get('RATE_LIMITS'), { production: app.inProduction }),
  general: env.get('RATE_LIMIT_STORE') ?? 'memory',
  shared: env.get('REDIS_URL') ? ('redis' as const) : ('postgres' as const),
}
