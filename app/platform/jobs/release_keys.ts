import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { DEAD_LETTERS } from '#app/platform/jobs/prepare'

/**
 * A job that failed for the last time keeps those of its key waiting. Once its copy lies among the
 * dead letters it is removed, so that the next ones flow.
 */
export async function releaseKeys(): Promise<void> {
  await sql(
    `delete from ${JOBS_SCHEMA}.job failed using ${JOBS_SCHEMA}.job letter
      where failed.state = 'failed' and failed.policy = 'key_strict_fifo'
        and letter.name = $1 and letter.source_id = failed.id`,
    [DEAD_LETTERS]
  )
}
