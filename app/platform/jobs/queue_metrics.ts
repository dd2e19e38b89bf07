import { Gauge } from 'prom-client'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { DatabaseReading } from '#app/platform/observability/database_reading'
import { registry } from '#app/platform/observability/metrics'

/** Of every queue in the database, also of those that no process here knows how to serve. */
const queues = new DatabaseReading<{ queue: string; waiting: number; seconds: number }>(`
  select queue.name as queue, count(job.id)::int as waiting,
    coalesce(extract(epoch from now() - min(job.start_after)), 0)::float8 as seconds
  from ${JOBS_SCHEMA}.queue
  left join ${JOBS_SCHEMA}.job
    on job.name = queue.name and job.state < 'active' and job.start_after <= now()
  group by queue.name`)

new Gauge({
  name: 'jobs_waiting',
  help: 'Jobs ready to run, by queue; those in dead_letters failed for the last time',
  labelNames: ['queue'],
  registers: [registry],
  async collect() {
    this.reset()
    for (const { queue, waiting } of await queues.rows()) this.set({ queue }, waiting)
  },
})

new Gauge({
  name: 'job_age_seconds',
  help: 'How long the oldest ready job of a queue has been waiting',
  labelNames: ['queue'],
  registers: [registry],
  async collect() {
    this.reset()
    for (const { queue, seconds } of await queues.rows()) this.set({ queue }, seconds)
  },
})
