import { sql } from '#app/platform/database/sql'

/** Google counts months in California. */
const MONTH = `date_trunc('month', now() at time zone 'America/Los_Angeles')::date`

/**
 * Counts a call that is about to be made; false when the month has had `ceiling` of them. Counted and
 * checked in one statement, so that no two processes exceed it together.
 */
export async function countCall(sku: string, ceiling: number): Promise<boolean> {
  const counted = await sql(
    `with counted as (
       insert into places_usage as u (sku, month, calls) select $1, ${MONTH}, 1 where $2 > 0
       on conflict (sku, month) do update set calls = u.calls + 1 where u.calls < $2
       returning month, calls)
     insert into places_calls (sku, month, number) select $1, month, calls from counted returning id`,
    [sku, ceiling]
  )
  return counted.length === 1
}
