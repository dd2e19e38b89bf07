import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Counter } from 'prom-client'
import { registry } from '#app/platform/observability/metrics'

/** A serialization failure, or a deadlock: PostgreSQL took all of it back for the sake of others. */
const CONFLICTS = new Set(['40001', '40P01'])

const MOST_TIMES = 3
/** Before the first time again; twice as long before each later one, and never in step with others. */
const PAUSE_MS = 20

const conflictsTotal = new Counter({
  name: 'database_conflicts_total',
  help: 'Transactions that PostgreSQL took back for the sake of others, by what was done (again, given_up)',
  labelNames: ['outcome'],
  registers: [registry],
})

/** Runs a transaction, and again when it was taken back for the sake of others: `work` has no effect besides it. */
export const inTransaction = <Result>(
  work: (trx: TransactionClientContract) => Promise<Result>
): Promise<Result> => again(() => db.transaction(work))

/**
 * Runs the whole of a transaction again, up to three times, when PostgreSQL has taken it back for the sake of others:
 * by then they are through.
 */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let times = 0; ; times++) {
    try {
      return await work()
    } catch (error) {
      if (!CONFLICTS.has((error as { code?: string }).code ?? '')) throw error
      const isOver = times === MOST_TIMES
      conflictsTotal.inc({ outcome: isOver ? 'given_up' : 'again' })
      if (isOver) throw error
      await sleep(PAUSE_MS * 2 ** times * (0.5 + Math.random()))
    }
  }
}
