import type { Acting } from '#app/platform/database/act_as'
import { leftAlone } from '#app/prospector/leads/lead_refusals'
import { moveLead } from '#app/prospector/leads/move_lead'
import { noteEvent } from '#app/prospector/leads/note_event'
import { workOnLead } from '#app/prospector/leads/work_on_lead'

/** How somebody was reached, and what came of it. */
export const CONTACT_WAYS = ['call', 'whatsapp', 'email', 'visit'] as const
export const CONTACT_OUTCOMES = ['answered', 'no_answer', 'seen', 'clicked', 'asked'] as const
type Contacted = {
  by: (typeof CONTACT_WAYS)[number]
  outcome: (typeof CONTACT_OUTCOMES)[number]
  notes?: string | null
}

/**
 * Writes down that somebody was called, written to or visited. What had not been contacted is now, when somebody
 * was reached. Throws 404, and 409 for whoever wants to be left alone.
 */
export function logContact(
  id: number,
  { by, outcome, notes }: Contacted,
  acting: Acting
): Promise<void> {
  return workOnLead(id, acting, async (lead, trx) => {
    if (lead.optedOut) throw leftAlone()
    const data = { by, outcome, ...(notes && { text: notes }) }
    await noteEvent({ leadId: id, kind: 'contact', data, actor: acting.actor }, trx)
    const isFirst = lead.status === 'new' || lead.status === 'to_call'
    if (isFirst && outcome !== 'no_answer') await moveLead(lead, 'contacted', acting.actor, trx)
  })
}
