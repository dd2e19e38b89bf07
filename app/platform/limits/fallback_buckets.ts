import logger from '@adonisjs/core/services/logger'
import { Counter } from 'prom-client'
import { registry } from '#app/platform/observability/metrics'
import type { BucketPolicy, BucketStore, Taking } from '#app/platform/limits/token_bucket'

const fallbacksTotal = new Counter({
  name: 'rate_limit_fallbacks_total',
  help: 'Decisions made by the next store because a shared one did not answer',
  registers: [registry],
})

/**
 * Asks `first`, and `second` when the first does not answer. Nothing is ever unlimited: the last in
 * a row of fallbacks lives in memory and always answers.
 */
export class FallbackBuckets implements BucketStore {
  constructor(
    private readonly first: BucketStore,
    private readonly second: BucketStore
  ) {}

  async take(key: string, policy: BucketPolicy, cost: number): Promise<Taking> {
    try {
      return await this.first.take(key, policy, cost)
    } catch (error) {
      fallbacksTotal.inc()
      logger.debug({ err: error }, 'rate limit store did not answer')
      return this.second.take(key, policy, cost)
    }
  }
}
