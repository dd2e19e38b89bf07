import type pg from 'pg'
import { applyRun, RunEnded } from '#app/imports/apply_run'
import { lockFile, takeTurn } from '#app/imports/import_locks'
import {
  findLiveRun,
  forgetRun,
  type ImportCounts,
  type ImportOptions,
  type ImportRun,
  insertRun,
  moveRun,
} from '#app/imports/import_run'
import type { ImportTarget, Preview } from '#app/imports/import_target'
import { firstRejections, type RejectedRow, writeRejections } from '#app/imports/rejections'
import { FileStaging, type Understanding } from '#app/imports/stage_file'
import {
  countStaged,
  dropForgottenTables,
  dropStagingTable,
  stagingTable,
} from '#app/imports/staging_table'
import { importTarget } from '#app/imports/targets'
import { withSession } from '#app/platform/database/session'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

export interface ImportRequest {
  path: string
  entity: string
  options: ImportOptions
  /** Who asked: `staff:3`, `command`. */
  actor: string
  /** Where rejected rows are written. */
  errorsPath?: string
}

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

const SHOWN_REJECTIONS = 20

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
  const { path, entity, options } = request
  const target = await importTarget(entity)
  const file = await TabularFile.open(path, options)
  const staging = await FileStaging.begin(file, target, options)
  listener.understood(staging.understanding)
  return withSession('import', async (session) => {
    await lockFile(session, entity, file.sha256, file.name)
    const run = await beginRun(session, request, file, listener)
    await dropForgottenTables(session)
    return new Import(session, run, target, file, staging, request, listener).finish()
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

class Import {
  constructor(
    private session: pg.Client,
    private run: ImportRun,
    private target: ImportTarget,
    private file: TabularFile,
    private staging: FileStaging,
    private request: ImportRequest,
    private listener: ImportListener
  ) {}

  async finish(): Promise<ImportResult> {
    try {
      const notes = await this.#stage()
      await takeTurn(this.session, () => this.listener.waiting())
      const preview = await this.#preview()
      const counts = await applyRun(this.run, this.target, this.#dryRun, this.listener.applying)
      const result = await this.#result(counts, notes, preview)
      await this.#end()
      return result
    } catch (error) {
      if (!(error instanceof RunEnded)) await this.#fail(error)
      throw error
    }
  }

  get #table(): string {
    return stagingTable(this.run.id)
  }

  get #dryRun(): boolean {
    return this.request.options.dryRun === true
  }

  /** Stages the file, unless an interrupted run has left all of its rows. */
  async #stage(): Promise<string[]> {
    const { run, session } = this
    if (run.state === 'applying' && (await countStaged(session, this.#table)) === run.rowsStaged)
      return []
    const rows = await this.staging.fill(session, this.#table, this.listener.staging)
    if (rows === 0) throw UnusableFile.named(this.file.path, 'has a header and no rows')
    const notes = await this.target.settle(this.#table, session)
    if (run.state === 'staging') await moveRun(session, run.id, 'applying', { rowsStaged: rows })
    this.run = { ...run, state: 'applying', rowsStaged: rows }
    return [...this.staging.notes, ...notes]
  }

  async #preview(): Promise<Preview | undefined> {
    if (!this.target.preview || this.run.rowsApplied > 0) return undefined
    const preview = await this.target.preview(this.#table, this.session)
    if (this.#dryRun || (await this.listener.confirm(preview))) return preview
    throw await this.#cancelled()
  }

  async #cancelled(): Promise<RunEnded> {
    await moveRun(this.session, this.run.id, 'cancelled', { error: 'not confirmed' })
    await dropStagingTable(this.session, this.run.id)
    return new RunEnded('nothing was imported')
  }

  async #result(counts: ImportCounts, notes: string[], preview?: Preview): Promise<ImportResult> {
    const { errorsPath } = this.request
    const rejected = await firstRejections(this.session, this.#table, SHOWN_REJECTIONS)
    if (errorsPath) await writeRejections(this.session, this.#table, this.file, errorsPath)
    return { runId: this.run.id, counts, notes, preview, rejected }
  }

  async #end() {
    if (this.#dryRun) await forgetRun(this.session, this.run.id)
    else {
      await this.target.finish?.()
      await moveRun(this.session, this.run.id, 'done')
    }
    await dropStagingTable(this.session, this.run.id)
  }

  /** A run that failed is over: its applied batches stay, and the same file may be imported again. */
  async #fail(error: unknown) {
    if (this.#dryRun) await forgetRun(this.session, this.run.id)
    else {
      const reason = error instanceof Error ? error.message : String(error)
      await moveRun(this.session, this.run.id, 'failed', { error: reason.slice(0, 1_000) })
    }
    await dropStagingTable(this.session, this.run.id)
  }
}
