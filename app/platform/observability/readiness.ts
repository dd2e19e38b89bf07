import { readdir } from 'node:fs/promises'
import { parse } from 'node:path'
import app from '@adonisjs/core/services/app'
import redis from '@adonisjs/redis/services/main'
import env from '#start/env'
import { sql } from '#app/platform/database/sql'
import { isDraining } from '#app/platform/lifecycle/draining'

type Check = { status: 'ok' | 'degraded' | 'failed'; ms?: number; reason?: string }

type Readiness = { status: Check['status']; checks: Record<string, Check> }

/**
 * May this process get requests? The database must answer; Redis only makes
 * things faster, so without it the shop is degraded, not down.
 */
export async function readiness(): Promise<Readiness> {
  const checks: Record<string, Check> = {
    process: isDraining() ? { status: 'failed', reason: 'stopping' } : { status: 'ok' },
    database: await timed(() => sql('select 1 as one'), 'failed'),
    schema: await timed(expectMigrated, 'failed'),
  }
  if (env.get('REDIS_URL')) checks.redis = await timed(() => redis.ping(), 'degraded')
  const states = Object.values(checks).map((check) => check.status)
  const status = states.includes('failed')
    ? 'failed'
    : states.includes('degraded')
      ? 'degraded'
      : 'ok'
  return { status, checks }
}

/** Every migration that this code knows has run; a newer one does not disturb it. */
async function expectMigrated() {
  const [{ pending }] = await sql<{ pending: number }>(
    `select count(*)::int as pending from unnest($1::text[]) as known (name)
     where not exists (select from adonis_schema s where s.name = known.name)`,
    [await (migrations ??= knownMigrations())]
  )
  if (pending > 0) throw Object.assign(new Error(), { code: 'pending_migrations' })
}

let migrations: Promise<string[]> | undefined

/** As the migrator calls them. */
async function knownMigrations(): Promise<string[]> {
  const files = await readdir(app.migrationsPath())
  return files
    .filter((file) => /^\d+_\w+\.[jt]s$/.test(file))
    .map((file) => `database/migrations/${parse(file).name}`)
}

async function timed(ask: () => Promise<unknown>, otherwise: Check['status']): Promise<Check> {
  const started = performance.now()
  try {
    await ask()
    return { status: 'ok', ms: Math.round(performance.now() - started) }
  } catch (error) {
    return { status: otherwise, reason: (error as { code?: string }).code ?? 'unreachable' }
  }
}
