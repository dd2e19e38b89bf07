import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

const EVENT_KINDS = [
  'found',
  'note',
  'contact',
  'move',
  'merge',
  'unmerge',
  'opt_out',
  'conversion',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Something that happened with a lead: `data` holds what its kind needs, and nothing that Google said. */
type LeadEvent = { leadId: number; kind: EventKind; data?: object; actor: string }

/** Adds to what happened with a lead, as part of `trx`. */
export async function noteEvent(
  { leadId, kind, data = {}, actor }: LeadEvent,
  trx: TransactionClientContract
): Promise<void> {
  await sql(
    'insert into lead_events (lead_id, kind, data, actor) values ($1, $2, $3, $4)',
    [leadId, kind, JSON.stringify(data), actor],
    trx
  )
}
