import { AsyncLocalStorage } from 'node:async_hooks'
import db from '@adonisjs/lucid/services/db'
import { Gauge, Histogram } from 'prom-client'
import { registry } from '#app/platform/observability/metrics'

/** What of a pool is needed here; its events are told before and after somebody waits. */
type Pool = {
  acquireTimeoutMillis: number
  on(
    event: 'acquireRequest' | 'acquireSuccess' | 'acquireFail',
    told: (nth: number) => void
  ): unknown
}

type Patience = { leftMs: number }

type Wait = { since: number; patience?: Patience }

/** The pool that is in use, and those who have no connection yet, the first of them first. */
type Queue = { pool: Pool; waiting: Map<number, Wait> }

const current = new AsyncLocalStorage<Patience>()
let known: Queue | undefined

new Gauge({
  name: 'database_pool_waiting',
  help: 'Statements and transactions that wait for a connection',
  registers: [registry],
  collect() {
    this.set(queue().waiting.size)
  },
})

const waited = new Histogram({
  name: 'database_pool_wait_seconds',
  help: 'How long statements and transactions waited for a connection',
  buckets: [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

/** How long the first of those who have no connection waits already, in milliseconds. */
export function poolWait(): number {
  const [first] = queue().waiting.values()
  return first === undefined ? 0 : performance.now() - first.since
}

/** Does work that gives up when it has waited longer than this for connections, all in all. */
export const withPatience = <Result>(ms: number, work: () => Result): Result =>
  current.run({ leftMs: ms }, work)

/** A pool that was closed tells no more who waits for it: another one is watched from the start. */
function queue(): Queue {
  const { client } = db.connection().getWriteClient() as unknown as { client: { pool: Pool } }
  if (known?.pool !== client.pool) known = { pool: client.pool, waiting: watch(client.pool) }
  return known
}

function watch(pool: Pool): Queue['waiting'] {
  const waiting: Queue['waiting'] = new Map()
  const usual = pool.acquireTimeoutMillis
  const endWait = (nth: number) => {
    const wait = waiting.get(nth)
    if (!wait) return
    waiting.delete(nth)
    const ms = performance.now() - wait.since
    waited.observe(ms / 1_000)
    if (wait.patience) wait.patience.leftMs -= Math.floor(ms)
  }
  pool.on('acquireRequest', (nth) => {
    const patience = current.getStore()
    waiting.set(nth, { since: performance.now(), patience })
    // The pool reads it right after it has told of the request.
    pool.acquireTimeoutMillis = patience ? Math.max(1, patience.leftMs) : usual
  })
  pool.on('acquireSuccess', endWait)
  pool.on('acquireFail', endWait)
  return waiting
}
