import { randomUUID } from 'node:crypto'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { DEAD_LETTERS } from '#app/platform/jobs/prepare'

/** A job that failed for the last time, as a worker leaves it: its id, and that of its dead letter. */
export async function createDeadJob(queue: string, data: object) {
  const [id, letterId] = [randomUUID(), randomUUID()]
  const output = JSON.stringify({ message: 'no luck' })
  await sql(
    `insert into ${JOBS_SCHEMA}.job (id, name, data, state, output, completed_on, policy)
     values ($1, $2, $3, 'failed', $4, now(), 'standard')`,
    [id, queue, data, output]
  )
  await sql(
    `insert into ${JOBS_SCHEMA}.job (id, name, data, source_name, source_id, source_retry_count, source_output, policy)
     values ($1, $2, $3, $4, $5, 4, $6, 'standard')`,
    [letterId, DEAD_LETTERS, data, queue, id, output]
  )
  return { id, letterId }
}
