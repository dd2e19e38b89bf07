import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { changeState, wrongState } from '#app/imports/runs/change_state'
import { findRun } from '#app/imports/runs/import_run'
import { isWorking, mayBecome } from '#app/imports/runs/import_run_state'
import type { Acting } from '#app/platform/database/act_as'

/**
 * Ends the run whose job staff have taken back, so that no sweep leaves it another one. What was written stays, the
 * page of the run says how much, and it can be taken back. Throws 409 `wrong_state` while it is being taken back:
 * half of that is no state to be in.
 */
export async function stopRun(id: number, acting: Acting, trx: TransactionClientContract) {
  const run = await findRun(id, trx)
  if (!run || !isWorking(run.state)) return
  if (!mayBecome(run.state, 'cancelled')) throw wrongState(run)
  await changeState(run, 'cancelled', 'cancellation', acting, trx)
}
