import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchDatabase } from './database.js'
import type { Latencies } from './latencies.js'
import { cpuSeconds, residentBytes } from './processes.js'
import type { Sample } from './report.js'
import type { Shop } from './shop.js'

/** Tables that nothing but a full count may read from end to end. */
const LARGE = 10_000
/** Backends report what they scanned at most once a second. */
const STATISTICS_DELAY = 1_200

/** What a run of requests cost: latencies, CPU of the web process and PostgreSQL, memory, scans. */
export async function measure(
  shop: Shop,
  run: () => Promise<Latencies>
): Promise<Omit<Sample, 'job' | 'state'>> {
  const scansBefore = await fullScans(shop.database)
  const before = cpu(shop)
  const started = performance.now()
  const latencies = await run()
  const seconds = (performance.now() - started) / 1000
  const after = cpu(shop)
  await sleep(STATISTICS_DELAY)
  return {
    requests: latencies.count,
    errors: latencies.errors,
    firstError: latencies.firstError,
    perSecond: latencies.count / seconds,
    p50: latencies.percentile(0.5),
    p95: latencies.percentile(0.95),
    p99: latencies.percentile(0.99),
    webCpu: after.web - before.web,
    databaseCpu: after.database - before.database,
    webBytes: residentBytes(shop.webPid),
    fullScans: (await fullScans(shop.database)) - scansBefore,
  }
}

function cpu({ webPid, database }: Shop) {
  return {
    web: cpuSeconds(webPid),
    database: database.server ? cpuSeconds(database.server) : Number.NaN,
  }
}

/** Sequential scans of large tables since the server started. */
async function fullScans(database: BenchDatabase): Promise<number> {
  const [{ scans }] = await database.rows<{ scans: number }>(
    `select coalesce(sum(seq_scan), 0)::int as scans from pg_stat_user_tables
     where schemaname = 'public' and n_live_tup > $1`,
    [LARGE]
  )
  return scans
}
