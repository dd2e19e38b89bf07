import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type { EventKind } from '#app/prospector/leads/note_event'
import type { LeadStatus } from '#app/prospector/leads/lead_status'

type EventRow = {
  id: number
  leadId: number
  kind: EventKind
  data: Record<string, unknown>
  actor: string
  at: Date
}
type TaskRow = {
  id: number
  what: string
  dueOn: string
  isDue: boolean
  doneAt: Date | null
}

const FAMILY = '(select id from leads where id = $1 or merged_into = $1)'
const MOST_EVENTS = 100

/** What happened with a lead and with those that became a part of it, newest first. */
export const eventsQuery = (leadId: number) =>
  sql<EventRow>(
    `select id, lead_id as "leadId", kind, data, actor, at from lead_events
     where lead_id in ${FAMILY} order by at desc, id desc limit ${MOST_EVENTS}`,
    [leadId]
  )

/** What is to be done with a lead: open tasks first, the most urgent before. */
export const tasksQuery = (leadId: number) =>
  sql<TaskRow>(
    `select id, what, due_on::text as "dueOn", done_at is null and due_on <= day_in_tunis() as "isDue",
       done_at as "doneAt"
     from lead_tasks where lead_id in ${FAMILY} order by done_at is not null, due_on, id limit 50`,
    [leadId]
  )

/** Merges into a lead that stand, newest first: the last one is taken back first. */
export const mergesQuery = (leadId: number) =>
  sql<{ id: number; from: number; at: Date; actor: string }>(
    `select id, from_lead_id as "from", at, actor from lead_merges
     where into_lead_id = $1 and undone_at is null order by id desc limit 20`,
    [leadId]
  )

/** One of two that may be one business. */
type Suspect = {
  id: number
  name: string | null
  locality: string | null
  governorate: string | null
  score: number
}

type SuspicionRow = {
  id: number
  points: number
  reasons: string[]
  a: Suspect
  b: Suspect
}

const ORDER = 'lead_duplicates:id:desc'

const SUSPICION = `select d.id, d.points, d.reasons,
    json_build_object('id', a.id, 'name', a.name, 'locality', coalesce(a.locality, a.delegation),
      'governorate', a.governorate, 'score', a.score) as a,
    json_build_object('id', b.id, 'name', b.name, 'locality', coalesce(b.locality, b.delegation),
      'governorate', b.governorate, 'score', b.score) as b
  from lead_duplicates d join leads a on a.id = d.lead_a join leads b on b.id = d.lead_b
  where d.state = 'open' and a.merged_into is null and b.merged_into is null`

/** Leads that may be one business, newest suspicion first. */
export async function suspicionsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : GREATEST_KEY
  const rows = await sql<SuspicionRow>(`${SUSPICION} and d.id < $1 order by d.id desc limit $2`, [
    before,
    limit + 1,
  ])
  return pageOf(rows, limit, ORDER)
}

/** What a lead may be the same as. */
export const suspicionsOf = (leadId: number) =>
  sql<SuspicionRow>(
    `${SUSPICION} and (d.lead_a = $1 or d.lead_b = $1) order by d.points desc, d.id limit 10`,
    [leadId]
  )

type VisitRow = {
  id: number
  name: string | null
  status: LeadStatus
  address: string | null
  locality: string | null
  governorate: string | null
  latitude: number | null
  longitude: number | null
  what: string
  dueOn: string
  /** Of all that there are, those included that are beyond the most. */
  total: number
}

const MOST_VISITS = 25

/** Whom there is something to do with until a day, the most urgent first, no more than a day has room for; each lead once. */
export const visitsQuery = (day: string) =>
  sql<VisitRow>(
    `select v.*, count(*) over ()::int as total from (
       select distinct on (l.id) l.id, l.name, l.status, l.address, coalesce(l.locality, l.delegation) as locality,
         l.governorate, l.latitude, l.longitude, t.what, t.due_on::text as "dueOn", l.score
       from lead_tasks t join leads m on m.id = t.lead_id join leads l on l.id = coalesce(m.merged_into, m.id)
       where t.done_at is null and t.due_on <= $1::date and not l.opted_out order by l.id, t.due_on
     ) v order by v."dueOn", v.score desc, v.id limit ${MOST_VISITS}`,
    [day]
  )

const countOf = async (text: string) => {
  const [{ count }] = await sql<{ count: number }>(text)
  return count
}

/** Tasks whose day has come. */
export const countDueTasks = () =>
  countOf(
    'select count(*)::int as count from lead_tasks where done_at is null and due_on <= day_in_tunis()'
  )

/** Leads that somebody means to call. */
export const countToCall = () =>
  countOf(
    `select count(*)::int as count from leads where status = 'to_call' and merged_into is null`
  )

export const countSuspicions = () =>
  countOf(`select count(*)::int as count from lead_duplicates d join leads a on a.id = d.lead_a
    join leads b on b.id = d.lead_b where d.state = 'open' and a.merged_into is null and b.merged_into is null`)
