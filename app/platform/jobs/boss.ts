import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PgBoss, type ConstructorOptions, type Db } from 'pg-boss'
import { directAddress } from '#app/platform/database/address'
import { sql } from '#app/platform/database/sql'

/** Where pg-boss keeps its tables. */
export const JOBS_SCHEMA = 'jobs'

/** Times and schedules are ours (`app/platform/schedule`): pg-boss runs no cron. */
const COMMON: ConstructorOptions = { schema: JOBS_SCHEMA, schedule: false, migrate: false }

/** pg-boss on connections of its own, past a pooler: for workers and for preparing. */
export function createBoss(options: ConstructorOptions): PgBoss {
  return observed(
    new PgBoss({ ...COMMON, ...directAddress, application_name: 'shop jobs', ...options })
  )
}

/** Runs pg-boss's statements on Lucid's pool, or inside the caller's transaction. */
export function databaseOf(trx?: TransactionClientContract): Db {
  return { executeSql: async (text, values) => ({ rows: await sql(text, values, trx) }) }
}

let started: Promise<PgBoss> | undefined

/**
 * The sender of this process: it takes no work. Jobs are written on Lucid's connections; what it asks for itself, which
 * queues there are, goes over a connection of its own. It asks at the first job of each queue, and that is mostly in a
 * transaction: as many of those as the pool has connections would wait for one more for ever.
 */
export function sender(): Promise<PgBoss> {
  started ??= startSender()
  return started
}

async function startSender() {
  const boss = createBoss({ application_name: 'shop sender', max: 1, supervise: false })
  app.terminating(() => boss.stop({ graceful: false }))
  try {
    return await boss.start()
  } catch (error) {
    started = undefined
    throw error
  }
}

function observed(boss: PgBoss) {
  boss.on('error', (error) => logger.error({ err: error }, 'job queue'))
  boss.on('warning', (warning) => logger.warn({ warning }, 'job queue'))
  return boss
}
