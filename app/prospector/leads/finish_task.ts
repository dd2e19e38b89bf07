import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { FAMILY } from '#app/prospector/leads/lead_family'
import { workOnLead } from '#app/prospector/leads/work_on_lead'

/** A task is done; one that was done stays so. Throws 404. */
export function finishTask(id: number, taskId: number, acting: Acting): Promise<void> {
  return workOnLead(id, acting, async (_, trx) => {
    const [task] = await sql(
      `update lead_tasks set done_at = coalesce(done_at, now())
       where id = $2 and lead_id in ${FAMILY} returning id`,
      [id, taskId],
      trx
    )
    if (!task) throw notFound('task')
  })
}
