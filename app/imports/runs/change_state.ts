import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ImportRun } from '#app/imports/runs/import_run'
import type { ImportRunState } from '#app/imports/runs/import_run_state'
import { recordMove } from '#app/imports/runs/record_move'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'

/** Writes the new state of a run, and tells the audit log. Throws 409 `import_in_progress`. */
export async function changeState(
  run: ImportRun,
  to: ImportRunState,
  action: string,
  acting: Acting,
  trx: TransactionClientContract
) {
  try {
    await sql(
      `update import_runs set state = $2, updated_at = now(), error = null,
         rows_read = case when $2 in ('checking', 'staging') then 0 else rows_read end,
         rows_staged = case when $2 in ('checking', 'staging') then 0 else rows_staged end,
         rows_applied = case when $2 in ('checking', 'staging') then 0 else rows_applied end,
         undone_by = case when $2 = 'rolling_back' then $3 else undone_by end,
         finished_at = case when $2 = 'cancelled' then now() when $2 = 'rolling_back' then finished_at end
       where id = $1`,
      [run.id, to, acting.actor],
      trx
    )
  } catch (error) {
    throw isTaken(error) ? inProgress(run) : error
  }
  await recordMove(run.id, action, trx, run.state)
}

export const wrongState = ({ state }: Pick<ImportRun, 'state'>) =>
  conflict('wrong_state', `The import is ${state}: that cannot be done now. Read it again.`)

const inProgress = ({ fileName }: ImportRun) =>
  conflict('import_in_progress', `${fileName} is being imported already. Wait for that one to end.`)

export function conflict(code: string, detail: string) {
  return new Problem({ status: 409, code, title: 'Not in this state', detail })
}

const isTaken = (error: unknown) =>
  error instanceof Error &&
  'constraint' in error &&
  error.constraint === 'one_live_import_of_a_file'
