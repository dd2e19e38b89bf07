import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { findRun, type ImportRun } from '#app/imports/runs/import_run'
import {
  type ImportRunState,
  isWorking,
  mayBecome,
  type MoveName,
} from '#app/imports/runs/import_run_state'
import { changeState, conflict, wrongState } from '#app/imports/runs/change_state'
import { workOnImports } from '#app/imports/runs/work_on_imports'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'

/** What somebody may do with a run: which state it takes it to, and what has to be true. */
const MOVES = {
  start: { to: () => 'staging' },
  pause: { to: () => 'paused' },
  resume: { to: (run) => (run.state === 'paused' && run.rowsStaged > 0 ? 'applying' : 'staging') },
  cancellation: { to: () => 'cancelled' },
  rollback: { to: () => 'rolling_back', expect: expectReversible },
} satisfies Record<MoveName, Move>

type Move = { to(run: ImportRun): ImportRunState; expect?(run: ImportRun): void }

/**
 * Starts, pauses, resumes, cancels or takes back a run. The state changes at once; a worker that is busy
 * with it notices at its next batch. Resuming a run that was only tried out starts it.
 *
 * Throws 404, and 409 `wrong_state`, `not_reversible`, `prices_not_confirmed`, `import_in_progress`.
 *
 * @param confirmed that prices move by more than 30 % is known and meant
 */
export async function moveByStaff(
  id: number,
  name: MoveName,
  acting: Acting,
  confirmed = true
): Promise<void> {
  const move: Move = MOVES[name]
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    const run = await findRun(id, trx)
    if (!run) throw notFound('import')
    const to = move.to(run)
    if (!mayBecome(run.state, to)) throw wrongState(run)
    move.expect?.(run)
    if (to === 'staging' && !confirmed) await expectNoAlarm(id, trx)
    await setState(run, to, name, acting, trx)
  })
}

/** Changes the state, tells the audit log, and leaves the job that the new state asks for. */
export async function setState(
  run: ImportRun,
  to: ImportRunState,
  action: string,
  acting: Acting,
  trx: TransactionClientContract
) {
  await changeState(run, to, action, acting, trx)
  if (isWorking(to)) await enqueue(workOnImports, { id: run.id }, { trx, key: String(run.id) })
}

async function expectNoAlarm(id: number, trx: TransactionClientContract) {
  const [{ alarms }] = await sql<{ alarms: number | null }>(
    `select (preview #>> '{prices,over30}')::int as alarms from import_runs where id = $1`,
    [id],
    trx
  )
  if (!alarms) return
  throw conflict('prices_not_confirmed', `${alarms} prices change by more than 30 %. Confirm them.`)
}

function expectReversible({ counts }: ImportRun) {
  if (counts.created + counts.updated > 0) return
  throw conflict('not_reversible', 'The import has written nothing that could be taken back.')
}
