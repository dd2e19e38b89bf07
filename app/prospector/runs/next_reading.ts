import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { PASSING } from '#app/prospector/sources/website/crawl_reason'

/** Days until a site is read again that could be read, or that never can be. */
const AGAIN_DAYS = 60
/** Days until one is tried again that was out of reach for the first, the second … time in a row. */
const RETRY_DAYS = [1, 3, 7]
/** Nights are not as long as days: what was read late in one is due early in another. */
const LESS = '6 hours'

/** What was read of a site: so many pages, and why no more. */
export interface Reading {
  pages: number
  reason: string | null
  /** What the site itself asked for. */
  notBefore?: Date | null
}

/**
 * Notes that a site was read, and when it is read again: soon when what stood in the way may pass, but not before the
 * site wants it; what asks for years gets the longest.
 */
export async function noteReading(
  siteId: number,
  { pages, reason, notBefore = null }: Reading,
  trx?: TransactionClientContract
): Promise<void> {
  const passes = reason === 'failed' || (reason !== null && PASSING.includes(reason))
  await sql(
    `update prospector_sites set read_at = now(), pages = $2, reason = $3,
       forget_at = case when $2 > 0 then null else forget_at end,
       failures = case when $4 and failures < cardinality($5::int[]) then failures + 1 else 0 end,
       next_read_at = least(now() + make_interval(days => $6), greatest($8::timestamptz, now() - $7::interval
         + make_interval(days => case when $4 then coalesce(($5::int[])[failures + 1], $6) else $6 end)))
     where id = $1`,
    [siteId, pages, reason, passes, RETRY_DAYS, AGAIN_DAYS, LESS, notBefore],
    trx
  )
}

/** Takes back that these sites were out of reach: it was us. They are due with the next run. */
export async function forgiveSites(runId: number, hosts: string[]): Promise<void> {
  await sql(
    `with sites as (
       update prospector_sites set failures = greatest(0, failures - 1), next_read_at = now()
       where host = any ($2) returning host
     )
     update prospector_steps set state = 'skipped', reason = 'unavailable'
     where run_id = $1 and source = 'website' and key in (select host from sites)`,
    [runId, hosts]
  )
}
