import { once } from 'node:events'
import { createServer } from 'node:http'
import env from '#start/env'
import { registry } from '#app/platform/observability/metrics'
import '#app/platform/observability/process_metrics'

/**
 * Serves the metrics of the background process, whose circuits and calls the web processes do not know, to this
 * machine alone: on WORKER_METRICS_PORT, and not at all without it. Answers what ends it.
 */
export async function serveBackgroundMetrics(): Promise<() => Promise<void>> {
  const port = env.get('WORKER_METRICS_PORT')
  if (port === undefined) return async () => {}

  const server = createServer(async (_, response) => {
    const text = await registry.metrics()
    response.setHeader('Content-Type', registry.contentType).end(text)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    server.close()
    server.closeAllConnections()
  }
}
