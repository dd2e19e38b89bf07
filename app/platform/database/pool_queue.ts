import { AsyncLocalStorage } from 'node:async_hooks'
import db from '@adonisjs/lucid/services/db'
import { Gauge } from 'prom-client'
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

/** Those who have no connection yet, the first of them first. */
const waiting = new Map<number, { since: number; patience?: Patience }>()
const current = new AsyncLocalStorage<Patience>()

new Gauge({
  name: 'database_pool_waiting',
  help: 'Statements and transactions that wait for a connection',
  registers: [registry],
  collect() {
    this.set(waiting.size)
  },
})

/** Sees who waits for a connection of the shop's pool, from now on. */
function watchPool(): Pool {
  const { client } = db.connection().getWriteClient() as unknown as { client: { pool: Pool } }
  const watched = client.pool
  const usual = watched.acquireTimeoutMillis
  watched.on('acquireRequest', (nth) => {
    const patience = current.getStore()
    waiting.set(nth, { since: performance.now(), patience })
    // The pool reads it right after it has told of the request.
    watched.acquireTimeoutMillis = patience ? Math.max(1, patience.leftMs) : usual
  })
  watched.on('acquireSuccess', endWait)
  watched.on('acquireFail', endWait)
  return watched
}

function endWait(nth: number) {
  const wait = waiting.get(nth)
  if (!wait) return
  const { since, patience } = wait
  waiting.delete(nth)
  if (patience) patience.leftMs -= Math.floor(performance.now() - since)
}

let pool: Pool | undefined

/** How long the first of those who have no connection waits already, in milliseconds. */
export function poolWait(): number {
  pool ??= watchPool()
  const [first] = waiting.values()
  return first === undefined ? 0 : performance.now() - first.since
}

/** Does work that gives up when it has waited longer than this for connections, all in all. */
export const withPatience = <Result>(ms: number, work: () => Result): Result =>
  current.run({ leftMs: ms }, work)
