import { sql } from '#app/platform/database/sql'
import type { ReportWeek } from '#app/platform/shell/shell'
import type { LeadStatus } from '#app/prospector/leads/lead_status'
import type { Term } from '#app/prospector/score/score_of'
import type { Segment } from '#app/prospector/sources/finding'

/** From this score on a lead is worth a call this week. */
export const QUALIFIED = 50

const MOMENTS = `week as (
  select $1::date::timestamp at time zone 'Africa/Tunis' as start,
    $2::date::timestamp at time zone 'Africa/Tunis' as finish
)`

type FoundLeads = { found: number; qualified: number; qualifiedBefore: number }

/** Leads that were found in a week, and how many of them are qualified; beside those of the week before. */
export async function foundLeadsQuery({ from, until }: ReportWeek): Promise<FoundLeads> {
  const [row] = await sql<FoundLeads>(
    `with ${MOMENTS}
     select count(*) filter (where created_at >= start)::int as found,
       count(*) filter (where created_at >= start and score >= $3)::int as qualified,
       count(*) filter (where created_at < start and score >= $3)::int as "qualifiedBefore"
     from leads, week where merged_into is null and created_at >= start - interval '7 days' and created_at < finish`,
    [from, until, QUALIFIED]
  )
  return row
}

export type Zone = {
  governorate: string | null
  segment: Segment | null
  found: number
  qualified: number
  /** Of all zones and segments that there are, those included that are beyond the limit. */
  total: number
}

/** Where they are and what they do, the most first. */
export const zonesQuery = ({ from, until }: ReportWeek, limit: number) =>
  sql<Zone>(
    `with ${MOMENTS}
     select governorate, segment, count(*)::int as found, count(*) filter (where score >= $3)::int as qualified,
       count(*) over ()::int as total
     from leads, week where merged_into is null and created_at >= start and created_at < finish
     group by 1, 2 order by 3 desc, 1, 2 limit $4`,
    [from, until, QUALIFIED, limit]
  )

type BestLead = {
  id: number
  name: string | null
  locality: string | null
  governorate: string | null
  score: number
  terms: Term[]
}

/**
 * Whom to call first: those worth most that nobody has won or lost yet. A report is mailed, so it says nothing that
 * Google told: such a lead goes by its number.
 */
export const bestLeadsQuery = (limit: number) =>
  sql<BestLead>(
    `select id, score, terms, governorate,
       case when field_origin ->> 'name' = 'google_cache' then null else name end as name,
       case when field_origin ->> 'locality' = 'google_cache' or field_origin ->> 'delegation' = 'google_cache' then null
         else coalesce(locality, delegation) end as locality
     from leads
     where merged_into is null and status in ('new', 'to_call', 'contacted', 'quote')
     order by score desc, engaged_at desc nulls last, distance_km nulls last, id limit $1`,
    [limit]
  )

/** How often leads came to a stage in a week. */
export const movesQuery = ({ from, until }: ReportWeek) =>
  sql<{ to: LeadStatus; moves: number }>(
    `with ${MOMENTS}
     select case when e.kind = 'opt_out' then 'never_contact' else e.data ->> 'to' end as "to", count(*)::int as moves
     from lead_events e, week
     where e.kind in ('move', 'opt_out') and e.at >= start and e.at < finish group by 1 order by 2 desc, 1`,
    [from, until]
  )
