import { sql } from '#app/platform/database/sql'
import type { LeadStatus } from '#app/prospector/leads/lead_status'

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
