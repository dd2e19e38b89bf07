import type pg from 'pg'
import { RunEnded } from '#app/imports/runs/apply_run'
import {
  carryOut,
  type ImportListener,
  type ImportResult,
  type Work,
} from '#app/imports/runs/carry_out_run'
import { lockFile } from '#app/imports/runs/import_locks'
import {
  findLiveRun,
  forgetRun,
  type ImportOptions,
  type ImportRun,
  insertRun,
  moveRun,
} from '#app/imports/runs/import_run'
import { FileStaging } from '#app/imports/files/stage_file'
import { dropForgottenTables, dropStagingTable } from '#app/imports/files/staging_table'
import { importTarget } from '#app/imports/targets'
import { withSession } from '#app/platform/database/session'
import { TabularFile } from '#app/platform/tabular/tabular_file'

interface ImportRequest {
  path: string
  entity: string
  options: ImportOptions
  /** Who asked: `staff:3`, `command`. */
  actor: string
  /** Where rejected rows are written. */
  errorsPath?: string
}

/**
 * Imports a file: stages every row, settles what the rows mean, then applies
 * them in batches. The same call after a crash goes on where it was; the same
 * file twice at once is refused; different files take turns.
 *
 * Throws `UnusableFile` (nothing was written), `ImportInProgress`, `RunEnded`.
 */
export async function importFile(
  request: ImportRequest,
  listener: ImportListener
): Promise<ImportResult> {
  const { path, entity, options, errorsPath } = request
  const target = await importTarget(entity)
  const file = await TabularFile.open(path, options)
  const staging = await FileStaging.begin(file, target, options)
  listener.understood(staging.understanding)
  return withSession('import', async (session) => {
    await lockFile(session, entity, file.sha256, file.name)
    const run = await beginRun(session, request, file, listener)
    await dropForgottenTables(session)
    const dryRun = options.dryRun === true
    return finish({ session, run, target, file, staging, listener, dryRun, errorsPath })
  })
}

/** The run that was interrupted, when it was the same in every choice; else a new one. */
async function beginRun(
  session: pg.Client,
  { entity, options, actor }: ImportRequest,
  file: TabularFile,
  listener: ImportListener
): Promise<ImportRun> {
  const live = await findLiveRun(session, entity, file.sha256, options)
  if (live?.sameOptions) {
    listener.resuming(live)
    return live
  }
  if (live) await moveRun(session, live.id, 'cancelled', { error: 'begun anew with other options' })
  return insertRun(session, { entity, fileName: file.name, fileHash: file.sha256, options, actor })
}

async function finish(work: Work): Promise<ImportResult> {
  try {
    const result = await carryOut(work)
    await end(work)
    return result
  } catch (error) {
    if (!(error instanceof RunEnded)) await fail(work, error)
    throw error
  }
}

async function end({ session, run, target, dryRun }: Work) {
  if (dryRun) await forgetRun(session, run.id)
  else {
    await target.finish?.()
    await moveRun(session, run.id, 'done')
  }
  await dropStagingTable(session, run.id)
}

/** A run that failed is over: its applied batches stay, and the same file may be imported again. */
async function fail({ session, run, dryRun }: Work, error: unknown) {
  if (dryRun) await forgetRun(session, run.id)
  else {
    const reason = error instanceof Error ? error.message : String(error)
    await moveRun(session, run.id, 'failed', { error: reason.slice(0, 1_000) })
  }
  await dropStagingTable(session, run.id)
}
