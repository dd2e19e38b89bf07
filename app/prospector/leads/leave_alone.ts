import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { FAMILY } from '#app/prospector/leads/lead_family'
import { noteEvent } from '#app/prospector/leads/note_event'
import { projectLead } from '#app/prospector/leads/project_lead'
import { type Contact, suppress } from '#app/prospector/leads/suppressions'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

/**
 * A business wants to be left alone, with all that was merged into it: its telephones and addresses are suppressed for
 * ever and taken out of what is kept of it, and it is never contacted again. Part of `trx`; twice is as good as once.
 */
export async function leaveAlone(
  leadId: number,
  { reason, actor }: { reason: string | null; actor: string },
  trx: TransactionClientContract
): Promise<void> {
  const contacts = await sql<Contact>(
    `select kind, value from lead_keys where lead_id = $1 and kind in ('phone', 'email')`,
    [leadId],
    trx
  )
  await suppress(contacts, { leadId, reason, actor }, trx)
  await forgetContacts(leadId, contacts, trx)
  const changed = await sql<{ id: number; before: string }>(
    `update leads l set opted_out = true, status = 'never_contact', status_since = now(), version = l.version + 1,
       updated_at = now()
     from (select id, status from leads where id = $1 or merged_into = $1 for update) old
     where l.id = old.id and not l.opted_out returning l.id, old.status as before`,
    [leadId],
    trx
  )
  await sql(
    `update lead_tasks set done_at = now()
     where lead_id in ${FAMILY} and done_at is null`,
    [leadId],
    trx
  )
  await projectLead(leadId, trx)
  await rescoreLeads([leadId], { trx })
  const own = changed.find(({ id }) => id === leadId)
  if (own)
    await noteEvent({ leadId, kind: 'opt_out', data: { from: own.before, reason }, actor }, trx)
}

/** Takes telephones and addresses out of what sources said of a lead, and of what imports remember of that. */
async function forgetContacts(
  leadId: number,
  contacts: Contact[],
  trx: TransactionClientContract
): Promise<void> {
  if (contacts.length === 0) return
  const values = contacts.map(({ value }) => value)
  await sql(
    `update lead_sources set says = says || contacts_without(says, $2)
     where lead_id = $1 and says is not null`,
    [leadId, values],
    trx
  )
  await sql(
    `update lead_import_changes set before = before || contacts_without(before, $2), after = after || contacts_without(after, $2)
     where source_id in (select id from lead_sources where lead_id = $1) and undone_at is null`,
    [leadId, values],
    trx
  )
}
