import type { Acting } from '#app/platform/database/act_as'
import { leaveAlone } from '#app/prospector/leads/leave_alone'
import { workOnLead } from '#app/prospector/leads/work_on_lead'

/** A business wants to be left alone, for ever. Throws 404. */
export function optOut(id: number, reason: string | null, acting: Acting): Promise<void> {
  return workOnLead(id, acting, (_, trx) => leaveAlone(id, { reason, actor: acting.actor }, trx))
}
