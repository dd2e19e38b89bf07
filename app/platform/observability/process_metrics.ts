import { collectDefaultMetrics } from 'prom-client'
import { registry } from '#app/platform/observability/metrics'

/** CPU, memory, collected garbage, and how late the event loop is (`nodejs_eventloop_lag_*`). */
collectDefaultMetrics({ register: registry })
