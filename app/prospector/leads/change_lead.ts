import type { Acting } from '#app/platform/database/act_as'
import { cannotMove } from '#app/prospector/leads/lead_refusals'
import { type LeadStatus, mayMove } from '#app/prospector/leads/lead_status'
import { leaveAlone } from '#app/prospector/leads/leave_alone'
import { moveLead } from '#app/prospector/leads/move_lead'
import { noteEvent } from '#app/prospector/leads/note_event'
import { workOnLead } from '#app/prospector/leads/work_on_lead'

type LeadChange = { status?: LeadStatus; notes?: string | null }

/**
 * Moves a lead on, with a note or only a note. The status it has already is no move. Throws 404, and 409 where its
 * status does not lead there. `never_contact` is an opt-out, for ever.
 */
export function changeLead(
  id: number,
  { status, notes }: LeadChange,
  acting: Acting
): Promise<void> {
  return workOnLead(id, acting, async (lead, trx) => {
    if (notes)
      await noteEvent({ leadId: id, kind: 'note', data: { text: notes }, actor: acting.actor }, trx)
    if (!status || status === lead.status) return
    if (!mayMove(lead.status, status)) throw cannotMove(lead.status, status)
    if (status === 'never_contact') {
      await leaveAlone(id, { reason: notes ?? null, actor: acting.actor }, trx)
    } else {
      await moveLead(lead, status, acting.actor, trx)
    }
  })
}
