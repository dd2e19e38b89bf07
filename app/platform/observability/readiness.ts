import redis from '@adonisjs/redis/services/main'
import env from '#start/env'
import { sql } from '#app/platform/database/sql'
import { isDraining } from '#app/platform/lifecycle/draining'

type Check = { status: 'ok' | 'degraded' | 'failed'; ms?: number; reason?: string }

export type Readiness = { status: Check['status']; checks: Record<string, Check> }

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

async function expectMigrated() {
  await sql('select 1 from import_runs limit 0')
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
