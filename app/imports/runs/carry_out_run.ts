import type pg from 'pg'
import { type Applying, applyRun, endedRun, RunEnded } from '#app/imports/runs/apply_run'
import { takeTurn } from '#app/imports/runs/import_locks'
import { type ImportCounts, type ImportRun, moveRun } from '#app/imports/runs/import_run'
import type { ImportTarget, Preview } from '#app/imports/import_target'
import { firstRejections, type RejectedRow, writeRejections } from '#app/imports/files/rejections'
import type { FileStaging, Understanding } from '#app/imports/files/stage_file'
import { countStaged, dropStagingTable, stagingTable } from '#app/imports/files/staging_table'
import type { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** Told while it happens. */
export interface ImportListener {
  understood(understanding: Understanding): void
  resuming(run: ImportRun): void
  waiting(): void
  staging(rows: number): void
  applying(applied: number, total: number): void
  /** Whether to go on, knowing what will happen to prices. */
  confirm(preview: Preview): Promise<boolean>
}

export interface ImportResult {
  runId: number
  counts: ImportCounts
  notes: string[]
  preview?: Preview
  rejected: RejectedRow[]
}

/** Everything that is needed to work on a run. */
export interface Work extends Pick<Applying, 'dryRun' | 'guard' | 'written'> {
  /** A connection of its own, which holds the file. */
  session: pg.Client
  run: ImportRun
  target: ImportTarget
  file: TabularFile
  staging: FileStaging
  listener: ImportListener
  /** Where rejected rows are written. */
  errorsPath?: string
}

const SHOWN_REJECTIONS = 20

/**
 * Stages the rows of a run, settles what they mean and applies them, from where it stands. The caller
 * begins the run and ends it. Throws `UnusableFile`, `RunEnded`.
 */
export async function carryOut(work: Work): Promise<ImportResult> {
  const { session, listener, target, dryRun, guard, written } = work
  const { run, notes } = await stage(work)
  await takeTurn(session, () => listener.waiting())
  const preview = await previewOf({ ...work, run })
  const counts = await applyRun(run, target, {
    dryRun,
    guard,
    written,
    progress: listener.applying,
  })
  const rejected = await keepRejections(work)
  return { runId: run.id, counts, notes, preview, rejected }
}

/** Writes the rejected rows where they are wanted, and returns the first of them. */
export async function keepRejections({ session, run, file, errorsPath }: Work) {
  const table = stagingTable(run.id)
  if (errorsPath) await writeRejections(session, table, file, errorsPath)
  return firstRejections(session, table, SHOWN_REJECTIONS)
}

/** Stages the file, unless an interrupted run has left all of its rows. */
async function stage({ session, run, target, file, staging, listener }: Work) {
  const table = stagingTable(run.id)
  if (run.state === 'applying' && (await countStaged(session, table)) === run.rowsStaged) {
    return { run, notes: [] }
  }
  const rows = await staging.fill(session, table, listener.staging)
  if (rows === 0) throw UnusableFile.named(file.path, 'has a header and no rows')
  const notes = [...staging.notes, ...(await target.settle(table, session))]
  if (run.state === 'staging') {
    const goesOn = await moveRun(session, run.id, 'applying', { rowsStaged: rows })
    if (!goesOn) throw await endedRun(run.id)
    return { run: { ...run, state: 'applying' as const, rowsStaged: rows }, notes }
  }
  return { run: { ...run, rowsStaged: rows }, notes }
}

async function previewOf(work: Work): Promise<Preview | undefined> {
  const { target, run, session, dryRun, listener } = work
  if (!target.preview || run.rowsApplied > 0) return undefined
  const preview = await target.preview(stagingTable(run.id), session)
  if (dryRun || (await listener.confirm(preview))) return preview
  await moveRun(session, run.id, 'cancelled', { error: 'not confirmed' })
  await dropStagingTable(session, run.id)
  throw new RunEnded('nothing was imported')
}
