import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ImportTarget } from '#app/imports/import_target'
import { findRun, type ImportCounts, type ImportRun } from '#app/imports/runs/import_run'
import { stagingTable } from '#app/imports/files/staging_table'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import env from '#start/env'

/** How many rows commit together. */
const BATCH_ROWS = env.get('IMPORT_BATCH_ROWS', 5_000)

/** Somebody else ended or paused the run between two batches. */
export class RunEnded extends Error {}

/** How the rows of a run are applied. */
export interface Applying {
  dryRun: boolean
  progress(applied: number, total: number): void
  /** Runs first in the transaction of every batch; throws when the run is no longer the caller's. */
  guard?(trx: TransactionClientContract): Promise<void>
  /** Sees what a batch of a dry run has written, before it is gone. */
  written?(trx: TransactionClientContract): Promise<void>
}

/**
 * Applies the staged rows batch by batch. Progress commits with the rows, so
 * that a run that was killed goes on exactly where it was. A dry run does the
 * same and rolls every batch back. What a batch leaves for later is done beside
 * the next one. Statistics follow each doubling: a plan made for an empty table
 * takes a batch from 1 s to 8 s.
 *
 * Returns the counts. Throws `RunEnded` when the run was cancelled meanwhile.
 */
export async function applyRun(
  run: ImportRun,
  target: ImportTarget,
  how: Applying
): Promise<ImportCounts> {
  const follow = how.dryRun ? async () => {} : (target.follow ?? (async () => {}))
  let { counts, rowsApplied } = run
  let analyseAt = 0
  try {
    while (rowsApplied < run.rowsStaged) {
      const upTo = Math.min(rowsApplied + (target.batchRows ?? BATCH_ROWS), run.rowsStaged)
      // What a dry run writes is gone with the batch, and so are its statistics.
      const analyse = how.dryRun || rowsApplied >= analyseAt
      if (analyse) analyseAt = upTo * 2
      const batch = { after: rowsApplied, upTo, analyse }
      counts = await beside(follow(), applyBatch({ ...run, counts }, target, batch, how))
      rowsApplied = upTo
      how.progress(rowsApplied, run.rowsStaged)
    }
  } finally {
    await follow()
  }
  return counts
}

/** What `work` comes to, once both are over: neither is left behind when the other one fails. */
async function beside<T>(other: Promise<void>, work: Promise<T>): Promise<T> {
  await Promise.allSettled([other, work])
  await other
  return work
}

interface Batch {
  after: number
  upTo: number
  /** Refresh the statistics of the tables, because they have grown much. */
  analyse: boolean
}

interface BatchResult {
  counts: ImportCounts
  rejections: Rejection[]
}

interface Rejection {
  seq: number
  reason: string
}

async function applyBatch(
  run: ImportRun,
  target: ImportTarget,
  batch: Batch,
  how: Applying
): Promise<ImportCounts> {
  const trx = await db.transaction()
  try {
    await how.guard?.(trx)
    const { counts, rejections } = await writeBatch(run, target, batch, trx)
    if (how.dryRun) {
      await how.written?.(trx)
      await trx.rollback()
      await keepReasons(run.id, rejections, db)
    } else {
      await keepReasons(run.id, rejections, trx)
      await saveProgress(run.id, batch.upTo, counts, trx)
      await trx.commit()
    }
    return counts
  } catch (error) {
    if (!trx.isCompleted) await trx.rollback()
    throw error
  }
}

async function writeBatch(
  { id, counts }: ImportRun,
  target: ImportTarget,
  { after, upTo, analyse }: Batch,
  trx: TransactionClientContract
): Promise<BatchResult> {
  const staging = stagingTable(id)
  await trx.rawQuery(`set local statement_timeout = '5min'; set local work_mem = '64MB'`)
  await actAs(trx, { actor: `import:${id}`, source: 'import', cause: `import:${id}` })
  await trx.rawQuery(
    `create temporary table batch on commit drop as
     select * from ${staging} where seq > ${after} and seq <= ${upTo}`
  )
  await trx.rawQuery('delete from batch where reason is not null or merged')
  await trx.rawQuery('analyze batch (seq)')
  const { created, updated } = await target.apply({ runId: id, trx, analyse })

  const rejections = await sql<Rejection>(
    'select seq, reason from batch where reason is not null',
    [],
    trx
  )
  const [staged] = await sql<{ good: number }>('select count(*)::int as good from batch', [], trx)
  const before = await countFates(staging, after, upTo, trx)
  return {
    rejections,
    counts: {
      created: counts.created + created,
      updated: counts.updated + updated,
      unchanged: counts.unchanged + staged.good - rejections.length - created - updated,
      rejected: counts.rejected + before.rejected + rejections.length,
      merged: counts.merged + before.merged,
    },
  }
}

/** Fates that were sealed before the rows were applied. */
async function countFates(
  staging: string,
  after: number,
  upTo: number,
  trx: TransactionClientContract
) {
  const { rows } = await trx.rawQuery<{ rows: { rejected: number; merged: number }[] }>(
    `select count(*) filter (where reason is not null)::int as rejected,
       count(*) filter (where reason is null and merged)::int as merged
     from ${staging} where seq > ${after} and seq <= ${upTo}`
  )
  return rows[0]
}

async function keepReasons(
  id: number,
  rejections: Rejection[],
  client: Pick<TransactionClientContract, 'rawQuery'>
) {
  if (!rejections.length) return
  await client.rawQuery(
    `update ${stagingTable(id)} s set reason = r.reason
     from json_to_recordset(?) as r (seq int, reason text) where s.seq = r.seq`,
    [JSON.stringify(rejections)]
  )
}

async function saveProgress(
  id: number,
  applied: number,
  counts: ImportCounts,
  trx: TransactionClientContract
) {
  const rows = await sql<{ id: number }>(
    `update import_runs set rows_applied = $2, counts = $3, updated_at = now()
     where id = $1 and state = 'applying' returning id`,
    [id, applied, JSON.stringify(counts)],
    trx
  )
  if (!rows.length) throw await endedRun(id)
}

/** What became of a run that is no longer to be worked on. */
export async function endedRun(id: number): Promise<RunEnded> {
  const run = await findRun(id)
  return new RunEnded(`import ${id} was ${run?.state ?? 'deleted'}`)
}
