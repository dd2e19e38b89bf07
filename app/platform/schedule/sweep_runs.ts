import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'

/** Marks runs as failed whose job failed for the last time, or is not there any more. */
export async function sweepRuns(): Promise<void> {
  await sql(
    `update scheduled_runs run
        set state = 'failed', finished_at = now(), error = coalesce(
          (select job.output ->> 'message' from ${JOBS_SCHEMA}.job
            where job.name = 'task.' || run.task and job.id = run.job_id),
          'the job is gone')
      where state = 'queued' and queued_at < now() - interval '1 minute' and not exists (
        select from ${JOBS_SCHEMA}.job
         where job.name = 'task.' || run.task and job.id = run.job_id and job.state <= 'active')`
  )
}
