import type { HealthState } from '#app/platform/shell/shell'
import { placesAccess } from '#app/prospector/runs/run_settings'
import { whyLeftAlone } from '#app/prospector/runs/runs_query'
import { FAILURES } from '#app/prospector/runs/step'
import { sql } from '#app/platform/database/sql'

/** It works every night: after so many days without a run that ended, nobody works. */
const LATE_DAYS = 3

type Last = { id: number; state: 'done' | 'failed'; days: number; found: number }

/** How the last run of Prospector that is over went: whether it failed, is long ago, or Google did not answer. */
export async function prospectorHealth(): Promise<{
  state: HealthState
  data?: Record<string, unknown>
}> {
  const last = await lastRun()
  if (!last) return { state: 'off' }
  const { days, found } = last
  const data = { days, found, places: placesAccess() ? 'yes' : 'no' }
  if (last.state === 'failed') return { state: 'bad', data }
  if (days > LATE_DAYS) return { state: 'warn', data: { ...data, why: 'late' } }
  const reasons = await whyLeftAlone(last.id, 'places')
  const isRefused = reasons.some((reason) => FAILURES.includes(reason))
  return isRefused ? { state: 'warn', data: { ...data, why: 'source' } } : { state: 'ok', data }
}

async function lastRun(): Promise<Last | undefined> {
  const [last] = await sql<Last>(
    `select r.id, r.state, (now() at time zone 'Africa/Tunis')::date - (r.finished_at at time zone 'Africa/Tunis')::date as days,
       (select coalesce(sum(found), 0)::int from prospector_steps where run_id = r.id) as found
     from prospector_runs r where r.finished_at is not null order by r.finished_at desc limit 1`
  )
  return last
}
