import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Conflict } from '#app/platform/audit/undo/undoable'
import { sql } from '#app/platform/database/sql'

const BATCH = 5_000

/**
 * Removes the sales that one import brought; nobody changes them afterwards, so none is kept. Works in batches
 * that commit; the same call after a crash goes on.
 *
 * @returns how many sales the import had brought, those of an earlier call included
 */
export async function takeBackSales(
  runId: number,
  _acting: unknown,
  guard: (trx: TransactionClientContract) => Promise<void>
): Promise<{ undone: number; conflicts: Conflict[] }> {
  for (let removed = BATCH; removed === BATCH;) {
    removed = await db.transaction(async (trx) => {
      await guard(trx)
      const [{ count }] = await sql<{ count: number }>(REMOVE_SOME, [runId, BATCH], trx)
      return count
    })
  }
  const [run] = await sql<{ created: number }>(
    `select coalesce((counts ->> 'created')::int, 0) as created from import_runs where id = $1`,
    [runId]
  )
  return { undone: run.created, conflicts: [] }
}

const REMOVE_SOME = /* sql */ `
  with gone as (
    delete from sales_history
    where id in (select id from sales_history where import_run_id = $1 order by id limit $2)
    returning 1
  )
  select count(*)::int as count from gone`
