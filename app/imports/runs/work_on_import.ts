import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { undoChanges } from '#app/platform/audit/undo/undo_changes'
import { endedRun, RunEnded } from '#app/imports/runs/apply_run'
import {
  carryOut,
  type ImportResult,
  keepRejections,
  type Work,
} from '#app/imports/runs/carry_out_run'
import { waitForFile } from '#app/imports/runs/import_locks'
import { findRun, type ImportRun, moveRun, NO_COUNTS } from '#app/imports/runs/import_run'
import { RunProgress } from '#app/imports/runs/run_progress'
import { type Change, sampleChanges } from '#app/imports/runs/sample_changes'
import { FileStaging } from '#app/imports/files/stage_file'
import { dropForgottenTables, dropStagingTable } from '#app/imports/files/staging_table'
import { importTarget } from '#app/imports/targets'
import { errorsPath, sourcePath, UPLOAD_LIMITS, uploadOf } from '#app/imports/files/uploads'
import { isDiskFull } from '#app/platform/database/disk_full'
import { withSession } from '#app/platform/database/session'
import { sql } from '#app/platform/database/sql'
import type { JobRun } from '#app/platform/jobs/job_run'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

type ImportJob = JobRun<{ id: number }>

/** Tries after which an error is no accident any more. */
const PATIENCE = 5

/** A reason quotes the cell, which may be long. */
const LONGEST_REASON = 300

/** `imports.reasons.no_room` tells it in other languages. */
const NO_ROOM = "no space left on the database's disk: make room, then go on"

/** Does what the state of a run asks for, and nothing when it asks for nothing. */
export async function workOnImport(job: ImportJob): Promise<void> {
  const run = await findRun(job.data.id)
  if (run?.state === 'rolling_back') return rollBack(run, job)
  if (run?.state === 'checking') return importing(tryOut)
  if (run?.state === 'staging' || run?.state === 'applying') return importing(carryOn)

  async function importing(step: (work: Work) => Promise<void>) {
    try {
      await withFile(run!, job, step)
    } catch (error) {
      await giveUp(run!, job, error)
    }
  }
}

/** Opens the file of a run and holds it, so that two workers never read the same one. */
async function withFile(run: ImportRun, job: ImportJob, step: (work: Work) => Promise<void>) {
  const upload = uploadOf(run)
  const options = { mapping: {}, ...run.options }
  const target = await importTarget(run.entity)
  const file = await TabularFile.open(sourcePath(upload), options, UPLOAD_LIMITS)
  const staging = await FileStaging.begin(file, target, options)
  await withSession('import', async (session) => {
    await waitForFile(session, run.entity, file.sha256)
    await dropForgottenTables(session)
    const current = await findRun(run.id)
    if (current?.state !== run.state) return
    const listener = new RunProgress(run.id)
    const work = { session, run: current, target, file, staging, listener, dryRun: false }
    await step({ ...work, errorsPath: errorsPath(upload), guard: guardOf(current, job) })
  })
}

/** Batches are written only by the worker that holds the job, of a run that nobody has stopped. */
function guardOf({ id, state }: ImportRun, job: ImportJob) {
  return async (trx: TransactionClientContract) => {
    job.signal.throwIfAborted()
    await job.fence(trx)
    if (state !== 'checking') return
    const current = await findRun(id)
    if (current?.state !== 'checking') throw await endedRun(id)
  }
}

/** The same code as an import, each batch of which is taken back once it was looked at. */
async function tryOut(work: Work) {
  const { session, run, target } = work
  const sample = target.sample ?? sampleChanges
  const changes: Change[] = []
  const result = await carryOut({
    ...work,
    run: { ...run, rowsApplied: 0, counts: NO_COUNTS },
    dryRun: true,
    async written(trx) {
      changes.push(...(await sample(run.id, changes, trx)))
    },
  })
  await keepPreview(run.id, result, { counts: result.counts, changes })
  await moveRun(session, run.id, 'checked')
  await dropStagingTable(session, run.id)
}

async function carryOn(work: Work) {
  const { session, run, target } = work
  try {
    const result = await carryOut(work)
    await target.finish?.()
    await keepPreview(run.id, result, {})
    await moveRun(session, run.id, 'done')
    await dropStagingTable(session, run.id)
  } catch (error) {
    // Whoever stopped it wants to see what was rejected so far; a paused run keeps its rows.
    if (error instanceof RunEnded || (await isCancelled(run.id))) await keepRejections(work)
    throw error
  }
}

/** Whoever took the job back has ended the run with it, and its claim is lost. */
async function isCancelled(id: number): Promise<boolean> {
  const run = await findRun(id)
  return run?.state === 'cancelled'
}

async function keepPreview(id: number, result: ImportResult, more: object) {
  const { notes, preview: prices } = result
  const rejected = result.rejected.map(({ line, reason }) => ({
    line,
    reason: reason.slice(0, LONGEST_REASON),
  }))
  await sql(
    `update import_runs set preview = coalesce(preview, '{}') || $2, rows_applied =
       case when state = 'checking' then 0 else rows_applied end where id = $1`,
    [id, JSON.stringify({ notes, rejected, ...(prices && { prices }), ...more })]
  )
}

/** A file that cannot be read stays so, and a full disk until somebody makes room. Anything else may pass, and is tried again. */
async function giveUp(run: ImportRun, job: ImportJob, error: unknown) {
  if (error instanceof RunEnded || (await isCancelled(run.id))) return
  if (isDiskFull(error)) return waitForRoom(run, error)
  const isFinal = error instanceof UnusableFile
  if (!isFinal && (job.signal.aborted || job.attempt < PATIENCE)) throw error
  logger.error({ err: error, import: run.id }, 'import failed')
  await withSession('import', async (session) => {
    await moveRun(session, run.id, 'failed', { error: isFinal ? error.says : 'unexpected' })
    await dropStagingTable(session, run.id)
  })
}

/**
 * Leaves a run to whoever makes room and resumes it; one that was only tried out waits to be tried again. When there is
 * no room for this either, the run stays as it is, and the sweeper leaves it another job.
 */
async function waitForRoom({ id, state }: ImportRun, error: unknown) {
  logger.error({ err: error, import: id }, 'import waits for room on the disk')
  await withSession('import', async (session) => {
    // What was staged in part is staged anew, and would only take room.
    const current = await findRun(id)
    if (current?.state !== 'applying') await dropStagingTable(session, id)
    await moveRun(session, id, state === 'checking' ? 'uploaded' : 'paused', { error: NO_ROOM })
  })
}

async function rollBack(run: ImportRun, job: ImportJob) {
  const { undoable, takeBack } = await importTarget(run.entity)
  const acting = { actor: run.undoneBy ?? run.actor, source: 'job' } as const
  const guard = guardOf(run, job)
  const undone = takeBack
    ? await takeBack(run.id, acting, guard)
    : await undoChanges(`import:${run.id}`, undoable, acting, guard)
  await sql(
    `update import_runs set state = 'rolled_back', undone = $2, updated_at = now()
     where id = $1 and state = 'rolling_back'`,
    [run.id, JSON.stringify(undone)]
  )
}
