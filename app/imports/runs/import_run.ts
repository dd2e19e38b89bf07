import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type pg from 'pg'
import { sql } from '#app/platform/database/sql'
import { type ImportRunState, statesBefore } from '#app/imports/runs/import_run_state'

/** How many rows had which fate. Together they are the rows of the file. */
export interface ImportCounts {
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Rows that only continue another one: more images, another language. */
  merged: number
}

export const NO_COUNTS: ImportCounts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  merged: 0,
}

/** Choices that change what a file means: a run is resumed only under the same ones. */
export interface ImportOptions {
  mapping?: Record<string, string | null>
  delimiter?: string
  encoding?: string
  decimals?: string
  supplier?: string
  dryRun?: boolean
}

export interface ImportRun {
  id: number
  entity: string
  state: ImportRunState
  /** As whoever chose the file calls it; never a path of ours. */
  fileName: string
  /** Folder of a file that was uploaded; null when a command reads it where it lies. */
  upload: string | null
  options: ImportOptions
  rowsStaged: number
  rowsApplied: number
  counts: ImportCounts
  actor: string
  /** Who asked to take it back. */
  undoneBy: string | null
}

const COLUMNS = `id, entity, state, file_name as "fileName", upload, options, rows_staged as "rowsStaged",
  rows_applied as "rowsApplied", counts, actor, undone_by as "undoneBy"`

/** A run as it stands; undefined when there is none. */
export async function findRun(
  id: number,
  trx?: TransactionClientContract
): Promise<ImportRun | undefined> {
  // No lock outside of a transaction: it would end with the statement.
  const lock = trx ? 'for update' : ''
  const [run] = await sql<ImportRun>(
    `select ${COLUMNS} from import_runs where id = $1 ${lock}`,
    [id],
    trx
  )
  return run
}

/** A run of the same file that was interrupted. */
export async function findLiveRun(
  session: pg.Client,
  entity: string,
  fileHash: string,
  options: ImportOptions
) {
  const { rows } = await session.query<ImportRun & { sameOptions: boolean }>(
    `select ${COLUMNS}, options = $3::jsonb as "sameOptions" from import_runs
     where entity = $1 and file_hash = $2 and state in ('staging', 'applying')`,
    [entity, fileHash, JSON.stringify(options)]
  )
  return rows.at(0)
}

export async function insertRun(
  session: pg.Client,
  run: { entity: string; fileName: string; fileHash: string; options: ImportOptions; actor: string }
): Promise<ImportRun> {
  const { rows } = await session.query<ImportRun>(
    `insert into import_runs (entity, file_name, file_hash, options, state, counts, actor)
     values ($1, $2, $3, $4, 'staging', $5, $6) returning ${COLUMNS}`,
    [
      run.entity,
      run.fileName,
      run.fileHash,
      JSON.stringify(run.options),
      JSON.stringify(NO_COUNTS),
      run.actor,
    ]
  )
  return rows[0]
}

/** Moves a run to another state; false when somebody else has ended it. */
export async function moveRun(
  session: pg.Client,
  id: number,
  to: ImportRunState,
  set: { error?: string; rowsStaged?: number } = {}
): Promise<boolean> {
  const { rowCount } = await session.query(
    `update import_runs set state = $2, error = coalesce($3, error), rows_staged = coalesce($4, rows_staged),
       updated_at = now(), finished_at = case when $2 in ('done', 'failed', 'cancelled') then now() end
     where id = $1 and state = any ($5)`,
    [id, to, set.error ?? null, set.rowsStaged ?? null, statesBefore(to)]
  )
  return rowCount === 1
}

/** A dry run leaves no trace. */
export async function forgetRun(session: pg.Client, id: number) {
  await session.query('delete from import_runs where id = $1', [id])
}
