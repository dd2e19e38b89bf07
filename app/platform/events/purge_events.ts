import { sql } from '#app/platform/database/sql'

/** How long events can be replayed, and messages recognised that come again. */
const KEEP = '30 days'

/** Deletes what was told everywhere long ago. */
export async function purgeEvents(): Promise<void> {
  await sql(
    `delete from outbox where created_at < now() - $1::interval
      and relayed_at is not null and published_at is not null`,
    [KEEP]
  )
  await sql('delete from inbox where handled_at < now() - $1::interval', [KEEP])
}
