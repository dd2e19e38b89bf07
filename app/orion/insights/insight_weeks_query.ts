import { sql } from '#app/platform/database/sql'

/** What the queue should find in a week at least. */
export const WEEKLY_GOAL = 10

/** Insights that were found in the week that began on `monday` (ISO day). */
type InsightWeek = { monday: string; count: number }

const WEEKS = 8

/** How many insights each of the last eight weeks brought, by the clock of Tunis; the present week first. */
export function insightWeeksQuery(): Promise<InsightWeek[]> {
  return sql<InsightWeek>(
    `select w.monday::date::text as monday, count(i.id)::int as count
     from (select date_trunc('week', now() at time zone 'Africa/Tunis') as this) t
     cross join generate_series(t.this - interval '${WEEKS - 1} weeks', t.this, interval '1 week') as w (monday)
     left join insights i on i.created_at >= w.monday at time zone 'Africa/Tunis'
       and i.created_at < (w.monday + interval '1 week') at time zone 'Africa/Tunis'
     group by w.monday order by w.monday desc`
  )
}
