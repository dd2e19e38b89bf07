import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import BulkEdit, { type BulkState } from '#app/catalogue/bulk/bulk_edit'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import type { Job } from '#app/platform/jobs/job'
import { ClaimLost, type JobRun } from '#app/platform/jobs/job_run'

type Data = { id: number }

/** Runs first in every transaction; throws when the work is no longer the caller's. */
export type Guard = (trx: TransactionClientContract) => Promise<void>

/** All tries; after the last one an error is no accident any more. */
const ATTEMPTS = 5

/**
 * How a job works on the edits of a state: batch by batch while it holds the job, until it is done, fails
 * for the last time, or somebody takes the job back. Then the edit says so, and no sweep begins it again.
 */
export const workOnEdits = (
  state: 'running' | 'undoing',
  step: (id: number, guard: Guard) => Promise<void>
): Omit<Job<Data>, 'name' | 'options'> & { options: Partial<Job['options']> } => ({
  options: { queueing: 'one per key', timeoutSeconds: 900, attempts: ATTEMPTS },
  async handle(job) {
    try {
      await step(job.data.id, guardOf(job))
    } catch (error) {
      await giveUp(job, error)
    }
  },
  cancelled: ({ id }, acting, trx) => end(id, 'cancelled', acting, trx),
  leftovers: () => editsIn(state),
})

function guardOf(job: JobRun<Data>): Guard {
  return async (trx) => {
    job.signal.throwIfAborted()
    await job.fence(trx)
  }
}

async function giveUp(job: JobRun<Data>, error: unknown) {
  const { id } = job.data
  const isOurs = !job.signal.aborted && !(error instanceof ClaimLost)
  if (!isOurs || job.attempt < ATTEMPTS) throw error
  logger.error({ err: error, bulkEdit: id }, 'bulk edit failed')
  const { pressedBy: actor } = await BulkEdit.findOrFail(id)
  await db.transaction((trx) => end(id, 'failed', { actor, source: 'job' }, trx))
}

async function end(id: number, to: BulkState, acting: Acting, trx: TransactionClientContract) {
  await actAs(trx, acting)
  const edit = await BulkEdit.query({ client: trx }).where('id', id).forUpdate().first()
  if (edit?.mayBecome(to)) await edit.endAs(to)
}

/** Edits that a crash may have left in that state. */
async function editsIn(state: BulkState) {
  const rows = await sql<Data>('select id from bulk_edits where state = $1', [state])
  return rows.map(({ id }) => ({ key: String(id), data: { id } }))
}
