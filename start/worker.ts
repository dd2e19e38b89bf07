import type { ApplicationService } from '@adonisjs/core/types'
import { serveBackgroundMetrics } from '#app/platform/observability/background_metrics'
import { startRelay } from '#app/platform/events/relay'
import { Workers } from '#app/platform/jobs/workers'
import { startSchedule } from '#app/platform/schedule/start_schedule'
import '#start/jobs'

/** Everything the background process runs: jobs, the relay of the outbox, the timetable. */
export async function startWorker(app: ApplicationService) {
  const endMetrics = await serveBackgroundMetrics()
  const workers = await Workers.start()
  const relay = startRelay()
  const schedule = await startSchedule()
  app.terminating(async () => {
    await schedule.stop()
    await Promise.all([relay.stop(), workers.stop()])
    await endMetrics()
  })
}
