import { availableParallelism } from 'node:os'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'
import pg from 'pg'
import env from '#start/env'
import { databaseAddress } from '#app/platform/database/address'
import '#app/platform/database/honest_commit'

/** Keys and millimes are bigint in the database and numbers here, as long as they are exact. */
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is outside the safe range`)
  return value
})
/** Calendar days stay what they are: 'YYYY-MM-DD'. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/**
 * Requests are short: more connections than a few per core only push each other out of its caches.
 * On two cores a product page costs PostgreSQL a quarter less with 6 than with 12.
 */
const POOL = app.getEnvironment() === 'web' ? Math.min(12, 2 * availableParallelism() + 2) : 12

/** Who asks, as `pg_stat_activity` tells it. */
const KIND = process.argv.includes('work') ? 'worker' : app.getEnvironment()

/**
 * No statement, lock or idle transaction may hold a connection for long; long work lifts this itself.
 * Pages are in memory or on a solid disk: reading one here and there costs hardly more than in a row.
 */
const SESSION = `
  set application_name = 'shop ${KIND}';
  set statement_timeout = '15s';
  set lock_timeout = '4s';
  set idle_in_transaction_session_timeout = '30s';
  set jit = off;
  set random_page_cost = 1.1;
  set timezone = 'UTC'`

export default defineConfig({
  connection: 'postgres',
  connections: {
    postgres: {
      client: 'pg',
      connection: databaseAddress,
      // A statement that fails is told with its places, not with the values in them: logs keep what it says.
      ...{ compileSqlOnError: false },
      pool: {
        min: 1,
        max: env.get('DATABASE_POOL') ?? POOL,
        acquireTimeoutMillis: 4_000,
        afterCreate: (connection: pg.PoolClient, done: (error: Error | null) => void) =>
          void connection.query(SESSION, (error) => done(error)),
      },
      migrations: { naturalSort: true, paths: ['database/migrations'] },
      schemaGeneration: { enabled: true, rulesPaths: ['./database/schema_rules.js'] },
    },
  },
})
