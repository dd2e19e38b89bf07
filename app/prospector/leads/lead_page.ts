import type { I18n } from '@adonisjs/i18n'
import { whatsAppLink } from '#app/tunisia/whatsapp_link'
import { withAuthors } from '#app/platform/audit/authors'
import { eventsQuery, mergesQuery } from '#app/prospector/leads/lead_history_query'
import { leadQuery } from '#app/prospector/leads/lead_query'
import { STATUS_MOVES } from '#app/prospector/leads/lead_status'
import { attributionsOf } from '#app/prospector/leads/lead_transformer'
import { CONTACT_OUTCOMES, CONTACT_WAYS } from '#app/prospector/leads/log_contact'
import { suspicionsOf } from '#app/prospector/leads/suspicions_query'
import { tasksQuery } from '#app/prospector/leads/tasks_query'
import { reasonInWords } from '#app/prospector/score/reason_in_words'
import type { Term } from '#app/prospector/score/score_of'
import { shownPhone } from '#app/tunisia/phone'

/** All that the page of a lead shows. Throws 404. */
export async function leadPage(id: number, i18n: I18n) {
  const lead = await leadQuery(id)
  const [events, tasks, merges, suspicions] = await Promise.all([
    eventsQuery(id).then((rows) => withAuthors(rows)),
    tasksQuery(id),
    mergesQuery(id),
    suspicionsOf(id),
  ])
  return {
    ...{ lead, events, tasks, merges, shownPhone },
    suspicions: suspicions.map(({ a, b, ...one }) => ({ ...one, other: a.id === id ? b : a })),
    attributions: attributionsOf(lead),
    moves: STATUS_MOVES[lead.status].filter((move) => move !== 'never_contact'),
    reason: (term: Term) => reasonInWords(term, i18n),
    ...{ ways: CONTACT_WAYS, outcomes: CONTACT_OUTCOMES },
    whatsApp: (phone: string) =>
      whatsAppLink(phone, i18n.t('leads.whatsapp_text', { name: lead.name ?? '' })),
  }
}
