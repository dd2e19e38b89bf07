import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import pg from 'pg'
import { directAddress } from '#app/platform/database/address'
import { WrongSetting } from '#app/platform/settings/wrong_setting'

/** Any number will do, as long as everybody takes the same. */
const PREPARE_LOCK = 4_011_989

/**
 * Brings the database up to the present schema, then runs `then` (seeds).
 * Processes that start at once take turns: the lock blocks.
 * Throws `WrongSetting` when the server cannot be reached, else the error of the migration that failed.
 */
export async function prepareDatabase(then: () => Promise<void> = async () => {}) {
  const lock = new pg.Client(directAddress)
  await lock.connect().catch(refuseAddress)
  try {
    await lock.query('select pg_advisory_lock($1)', [PREPARE_LOCK])
    await migrate()
    await then()
  } finally {
    await lock.end()
  }
}

function refuseAddress(error: { code?: string; message: string }): never {
  throw new WrongSetting(`DATABASE_URL: the server does not let us in (${error.message})`)
}

async function migrate() {
  const runner = new MigrationRunner(db, app, { direction: 'up', disableLocks: true })
  await runner.run()
  if (runner.error) throw runner.error
}
