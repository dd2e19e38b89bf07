import { Histogram } from 'prom-client'
import { registry } from '#app/platform/observability/metrics'

const duration = new Histogram({
  name: 'http_server_request_duration_seconds',
  help: 'Time to answer a request, by route pattern (never by address), method and status class',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
})

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Rate, errors and duration of one answered request. `seconds` is wall time in this process. */
export function observeRequest(method: string, route: string, status: number, seconds: number) {
  const name = METHODS.has(method) ? method : 'OTHER'
  duration.labels(route, name, `${Math.floor(status / 100)}xx`).observe(seconds)
}
