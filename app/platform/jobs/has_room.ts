import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import type { Job } from '#app/platform/jobs/job'

const COUNT_EVERY_MS = 5_000
/** Of the limit: so many enqueued here since the last count make a new one worth its while. */
const RECOUNT_SHARE = 0.02

interface Count {
  waiting: number
  since: number
  at: number
}

const counts = new Map<string, Count>()

/**
 * Whether one more job of this kind may wait. Counted now and then, and never further than the
 * limit: enqueueing must stay cheap, so several processes may pass the limit by a few percent.
 */
export async function hasRoom(job: Job, trx?: TransactionClientContract): Promise<boolean> {
  const { mostWaiting } = job.options
  let count = counts.get(job.name)
  if (!count || isStale(count, mostWaiting)) {
    count = { waiting: await countWaiting(job, trx), since: 0, at: Date.now() }
    counts.set(job.name, count)
  }
  count.since += 1
  return count.waiting + count.since <= mostWaiting
}

const isStale = ({ at, since }: Count, limit: number) =>
  Date.now() - at > COUNT_EVERY_MS || since > limit * RECOUNT_SHARE

async function countWaiting(job: Job, trx?: TransactionClientContract) {
  const [{ waiting }] = await sql<{ waiting: number }>(
    `select count(*)::int as waiting from (
       select from ${JOBS_SCHEMA}.job where name = $1 and state < 'active' limit $2
     ) counted`,
    [job.name, job.options.mostWaiting],
    trx
  )
  return waiting
}
