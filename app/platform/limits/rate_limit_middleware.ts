import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Counter } from 'prom-client'
import { callerOf } from '#app/platform/limits/caller'
import { rateLimits } from '#app/platform/limits/configured_limits'
import type { RouteClass } from '#app/platform/limits/policies'
import { rateLimitHeaders } from '#app/platform/limits/rate_limit_headers'
import { RateLimited } from '#app/platform/limits/rate_limited'
import { registry } from '#app/platform/observability/metrics'

const refusedTotal = new Counter({
  name: 'rate_limited_total',
  help: 'Requests refused because a bucket was empty',
  labelNames: ['policy', 'class'],
  registers: [registry],
})

/** Limits the routes of a class: `.use(middleware.rateLimit({ class: 'search' }))`. */
export default class RateLimitMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: { class: RouteClass }) {
    const decision = await rateLimits.take(options.class, callerOf(ctx))
    if (!decision) return next()

    for (const [name, value] of Object.entries(rateLimitHeaders(decision))) {
      ctx.response.header(name, value)
    }
    if (!decision.granted) {
      refusedTotal.inc({ policy: decision.policy.name, class: options.class })
      throw new RateLimited(decision)
    }
    return next()
  }
}
