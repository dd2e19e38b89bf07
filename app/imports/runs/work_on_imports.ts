import db from '@adonisjs/lucid/services/db'
import { findRun } from '#app/imports/runs/import_run'
import { isWorking, WORKING } from '#app/imports/runs/import_run_state'
import { stopRun } from '#app/imports/runs/stop_run'
import { sql } from '#app/platform/database/sql'
import { defineJob } from '#app/platform/jobs/job'
import type { JobRun } from '#app/platform/jobs/job_run'

/**
 * Works on a run that came over the web, as its state asks for: tries it out, imports it, takes it back.
 * After a crash the next try goes on where the last one was. Loaded when there is work: the engine is
 * large, and whoever only leaves a job needs none of it.
 */
export const workOnImports = defineJob<{ id: number }>({
  name: 'imports.work',
  options: {
    attempts: 5,
    silentSeconds: 10,
    timeoutSeconds: 6 * 3_600,
    concurrency: 2,
    queueing: 'one per key',
  },
  async handle(job) {
    const { workOnImport } = await import('#app/imports/runs/work_on_import')
    do await workOnImport(job)
    while (!(await isOver(job)))
  },
  cancelled: ({ id }, acting, trx) => stopRun(id, acting, trx),
  async leftovers() {
    const rows = await sql<{ id: number }>(
      'select id from import_runs where state = any($1) and upload is not null',
      [WORKING]
    )
    return rows.map(({ id }) => ({ data: { id }, key: String(id) }))
  },
})

/**
 * Ends the job while the run is locked: whoever resumes it at this moment waits, and then leaves a new
 * job. False when the run was resumed meanwhile. The job is locked first, as by whoever takes it back.
 */
function isOver(job: JobRun<{ id: number }>): Promise<boolean> {
  return db.transaction(async (trx) => {
    await job.fence(trx)
    const run = await findRun(job.data.id, trx)
    if (run && isWorking(run.state)) return false
    await job.complete(trx)
    return true
  })
}
