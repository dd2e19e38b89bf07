import db from '@adonisjs/lucid/services/db'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { databaseOf, JOBS_SCHEMA, sender } from '#app/platform/jobs/boss'
import { definedJobs } from '#app/platform/jobs/job'
import { DEAD_LETTERS } from '#app/platform/jobs/prepare'

/**
 * Takes back a job that waits or runs. A running one learns it at its next write, which is refused.
 * Throws 404 when it has ended meanwhile, and what the row throws that it works on.
 */
export function cancelJob(id: string, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [job] = await sql<{ name: string; data: object }>(
      `select name, data from ${JOBS_SCHEMA}.job
       where id = $1 and name <> $2 and state <= 'active' for update`,
      [id, DEAD_LETTERS],
      trx
    )
    if (!job) throw notFound('job that waits or runs')
    // Before the job changes: whoever moves the row at this moment would wait for it, and be waited for.
    await definedJobs()
      .find(({ name }) => name === job.name)
      ?.cancelled?.(job.data, acting, trx)
    const boss = await sender()
    await boss.cancel(job.name, id, { db: databaseOf(trx) })
    await recordAct(trx, { action: 'cancelled', entity: 'jobs', entityId: id, label: job.name })
  })
}
