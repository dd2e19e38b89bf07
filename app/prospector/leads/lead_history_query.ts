import { sql } from '#app/platform/database/sql'
import { FAMILY } from '#app/prospector/leads/lead_family'
import type { EventKind } from '#app/prospector/leads/note_event'

type EventRow = {
  id: number
  leadId: number
  kind: EventKind
  data: Record<string, unknown>
  actor: string
  at: Date
}

const MOST_EVENTS = 100

/** What happened with a lead and with those that became a part of it, newest first. */
export const eventsQuery = (leadId: number) =>
  sql<EventRow>(
    `select id, lead_id as "leadId", kind, data, actor, at from lead_events
     where lead_id in ${FAMILY} order by at desc, id desc limit ${MOST_EVENTS}`,
    [leadId]
  )

/** Merges into a lead that stand, newest first: the last one is taken back first. */
export const mergesQuery = (leadId: number) =>
  sql<{ id: number; from: number; at: Date; actor: string }>(
    `select id, from_lead_id as "from", at, actor from lead_merges
     where into_lead_id = $1 and undone_at is null order by id desc limit 20`,
    [leadId]
  )
