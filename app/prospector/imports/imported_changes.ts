import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** What a source says of a business, as it is stored; `id` is the source's. */
export type Says = Record<string, unknown>
export type Said = { id: number; says: string; seenAt: Date }

/** What lists say of a business under a key; undefined for one that no list has named. */
export async function saidInLists(
  key: string,
  trx: TransactionClientContract
): Promise<Said | undefined> {
  const [row] = await sql<Said>(
    `select id, says::text, last_seen_at as "seenAt" from lead_sources where source = 'csv' and key = $1`,
    [key],
    trx
  )
  return row
}

/** Remembers what a list made a source say, so that it can be taken back. */
export async function rememberChange(
  runId: number,
  before: Said | undefined,
  after: Said,
  trx: TransactionClientContract
): Promise<void> {
  await sql(
    `insert into lead_import_changes (run_id, source_id, before, seen_before, after)
     values ($1, $2, $3::jsonb, $4, $5::jsonb)`,
    [runId, after.id, before?.says ?? null, before?.seenAt ?? null, after.says],
    trx
  )
}
