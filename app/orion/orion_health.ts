import type { HealthState } from '#app/platform/shell/shell'
import { sql } from '#app/platform/database/sql'

/** Forecasts are made every Sunday: after so many days one was missed. */
const LATE_DAYS = 8

type Present = { days: number; parts: number; isWorse: boolean }

/** How old the forecasts are that the shop goes by, and whether they got worse than their model had promised. */
export async function orionHealth(): Promise<{
  state: HealthState
  data?: Record<string, unknown>
}> {
  const [present] = await sql<Present>(
    `select (now() at time zone 'Africa/Tunis')::date - (r.made_at at time zone 'Africa/Tunis')::date as days, r.parts,
       exists (select from forecast_alarms a where a.model_id = s.model_id and a.ended_at is null) as "isWorse"
     from forecast_state s join forecast_runs r on r.id = s.run_id`
  )
  if (!present) return { state: 'off' }
  const { days, parts, isWorse } = present
  const why = isWorse ? 'alarm' : 'late'
  return { state: isWorse || days > LATE_DAYS ? 'warn' : 'ok', data: { days, parts, why } }
}
