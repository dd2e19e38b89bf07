import { timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'
import { Problem } from '#app/platform/http/problem'
import '#app/platform/cache/answer'
import '#app/platform/events/outbox_metrics'
import '#app/platform/jobs/queue_metrics'
import { registry } from '#app/platform/observability/metrics'
import '#app/platform/observability/process_metrics'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/** Prometheus text, for loopback clients and holders of METRICS_TOKEN. */
export default class MetricsController {
  async show({ request, response }: HttpContext) {
    if (!LOOPBACK.test(request.ip()) && !hasToken(request.header('authorization'))) {
      throw new Problem({
        status: 403,
        code: 'forbidden',
        title: 'Not allowed',
        detail: 'Ask from the machine itself, or send METRICS_TOKEN as a bearer token.',
      })
    }
    return response
      .header('Content-Type', registry.contentType)
      .header('Cache-Control', 'no-store')
      .send(await registry.metrics())
  }
}

function hasToken(header: string | undefined): boolean {
  const token = env.get('METRICS_TOKEN')
  const given = header?.replace(/^Bearer /i, '') ?? ''
  return !!token && token.length === given.length && timingSafeEqual(buffer(token), buffer(given))
}

const buffer = (text: string) => Buffer.from(text.padEnd(256).slice(0, 256))
