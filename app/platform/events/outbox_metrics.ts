import { Gauge } from 'prom-client'
import { DatabaseReading } from '#app/platform/observability/database_reading'
import { registry } from '#app/platform/observability/metrics'

/** The partial indexes of `outbox` answer. */
const lags = new DatabaseReading<{ to: string; seconds: number }>(`
  select way as to, coalesce(extract(epoch from now() - oldest), 0)::float8 as seconds
  from (values
    ('listeners', (select min(created_at) from outbox where relayed_at is null)),
    ('broker', (select min(created_at) from outbox where published_at is null))
  ) as ways (way, oldest)`)

new Gauge({
  name: 'outbox_lag_seconds',
  help: 'Age of the oldest event that has not been told yet, by way',
  labelNames: ['to'],
  registers: [registry],
  async collect() {
    this.reset()
    for (const { to, seconds } of await lags.rows()) this.set({ to }, seconds)
  },
})
