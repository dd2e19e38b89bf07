import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { LeadStatus } from '#app/prospector/leads/lead_status'
import type { LockedLead } from '#app/prospector/leads/lock_leads'
import { noteEvent } from '#app/prospector/leads/note_event'

/** As part of `trx`, in which the lead is locked. */
export async function moveLead(
  { id, status: from }: Pick<LockedLead, 'id' | 'status'>,
  to: LeadStatus,
  actor: string,
  trx: TransactionClientContract
): Promise<void> {
  await sql(
    `update leads set status = $2, status_since = now(), version = version + 1, updated_at = now() where id = $1`,
    [id, to],
    trx
  )
  await noteEvent({ leadId: id, kind: 'move', data: { from, to }, actor }, trx)
}
