import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { leftAlone } from '#app/prospector/leads/lead_refusals'
import { workOnLead } from '#app/prospector/leads/work_on_lead'

/** Plans what is to be done until a day. Throws 404, and 409 for whoever wants to be left alone. */
export function planTask(
  id: number,
  { what, dueOn }: { what: string; dueOn: string },
  acting: Acting
): Promise<void> {
  return workOnLead(id, acting, async (lead, trx) => {
    if (lead.optedOut) throw leftAlone()
    await sql(
      'insert into lead_tasks (lead_id, what, due_on, actor) values ($1, $2, $3, $4)',
      [id, what, dueOn, acting.actor],
      trx
    )
  })
}
