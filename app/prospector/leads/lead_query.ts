import { sql } from '#app/platform/database/sql'
import { foldWords } from '#app/platform/text/fold_words'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type { LeadStatus } from '#app/prospector/leads/lead_status'
import type { Origin } from '#app/prospector/leads/profile_of'
import type { Band, Term } from '#app/prospector/score/score_of'
import type { Segment, SourceName } from '#app/prospector/sources/finding'
import { tunisianPhone } from '#app/tunisia/phone'

/** A telephone or mail address, and who told it. */
export type Channel = { value: string; origin: Origin }

/** What a source is: where it was found, and until when what it says may be shown. */
export type SourceRow = {
  source: SourceName
  key: string
  firstSeenAt: Date
  lastSeenAt: Date
  expiresAt: Date | null
  evidence: string[]
}

/** A lead as lists and pages show it. `name` is null when nobody but Google has told it, and that has expired. */
export type LeadRow = {
  id: number
  name: string | null
  segment: Segment | null
  website: string | null
  address: string | null
  governorate: string | null
  delegation: string | null
  locality: string | null
  latitude: number | null
  longitude: number | null
  taxId: string | null
  makes: string[]
  brands: string[]
  reviews: number | null
  sites: number | null
  vehicles: number | null
  closed: boolean
  fieldOrigin: Record<string, Origin>
  status: LeadStatus
  statusSince: Date
  optedOut: boolean
  customerId: number | null
  mergedInto: number | null
  score: number
  band: Band
  terms: Term[]
  ruleset: number | null
  scoredAt: Date | null
  distanceKm: number | null
  /** When it showed interest last. */
  engagedAt: Date | null
  createdAt: Date
  /** What was noted last, here or with a part of it. */
  notes: string | null
  phones: Channel[]
  emails: Channel[]
  sources: SourceRow[]
}

export type LeadsAsked = {
  q?: string
  status?: LeadStatus
  band?: Band
  segment?: Segment
  governorate?: string
  source?: SourceName
}

const ORDER = 'leads:worth:desc'

/** Those worth most first; of equals who showed interest last, then who is nearest. As the indexes have it. */
const WORTH_COLUMNS = [
  'l.score',
  `coalesce(l.engaged_at, '-infinity')`,
  `-coalesce(l.distance_km, 'infinity')`,
  'l.id',
]
const WORTH = WORTH_COLUMNS.join(', ')
const BY_WORTH = WORTH_COLUMNS.map((column) => `${column} desc`).join(', ')

const channels = (kind: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object('value', value, 'origin', origin) order by origin = 'google_cache', value)
    from lead_keys k where k.lead_id = l.id and k.kind = '${kind}'), '[]')`

const COLUMNS = `l.id, l.name, l.segment, l.website, l.address, l.governorate, l.delegation, l.locality, l.latitude,
  l.longitude, l.tax_id as "taxId", l.makes, l.brands, l.reviews, l.sites, l.vehicles, l.closed,
  l.field_origin as "fieldOrigin", l.status, l.status_since as "statusSince", l.opted_out as "optedOut",
  l.customer_id as "customerId", l.merged_into as "mergedInto", l.score, l.band, l.terms, l.ruleset,
  l.scored_at as "scoredAt", l.distance_km as "distanceKm", l.engaged_at as "engagedAt", l.created_at as "createdAt",
  (select e.data ->> 'text' from lead_events e where e.kind = 'note'
     and e.lead_id = any(array(select m.id from leads m where m.merged_into = l.id) || l.id)
   order by e.at desc, e.id desc limit 1) as notes,
  ${channels('phone')} as phones, ${channels('email')} as emails,
  coalesce((select jsonb_agg(jsonb_build_object('source', s.source, 'key', s.key, 'firstSeenAt', s.first_seen_at,
    'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at, 'evidence', s.evidence) order by s.id)
    from lead_sources s where s.lead_id = l.id), '[]') as sources`

/** A page of leads, those worth most first. Parts of others are left out. */
export async function leadsQuery(asked: LeadsAsked, limit: number, cursor?: string) {
  const conditions = ['l.merged_into is null']
  const values: unknown[] = [limit + 1]
  if (cursor) {
    conditions.push(`(${WORTH}) < ($2::int, $3::timestamptz, -$4::real, $5::int)`)
    values.push(...placeAfter(cursor))
  }
  const add = (condition: (place: string) => string, value: unknown) => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  const { q, status, band, segment, governorate, source } = asked
  if (status) add((place) => `l.status = ${place}`, status)
  if (band) add((place) => `l.band = ${place}`, band)
  if (segment) add((place) => `l.segment = ${place}`, segment)
  if (governorate) add((place) => `l.governorate = ${place}`, governorate)
  if (source) {
    const isFrom = `exists (select from lead_sources s where s.lead_id = l.id and s.source = `
    add((place) => `${isFrom}${place})`, source)
  }
  if (q) addWords(q, add)
  const rows = await sql<LeadRow>(
    `select ${COLUMNS} from (
       select * from leads l where ${conditions.join(' and ')} order by ${BY_WORTH} limit $1
     ) l order by ${BY_WORTH}`,
    values
  )
  return pageOf(
    rows,
    limit,
    ORDER,
    ({ score, engagedAt, distanceKm }) =>
      `${score} ${engagedAt?.toISOString() ?? '-infinity'} ${distanceKm ?? 'infinity'}`
  )
}

/** What the last lead of a page was ordered by. Throws 422. */
function placeAfter(cursor: string): unknown[] {
  const { value, id } = decodeCursor(ORDER, cursor)
  return [...String(value).split(' '), id]
}

/** A telephone, a mail address, or words of a name whatever their accents. */
function addWords(q: string, add: (condition: (place: string) => string, value: unknown) => void) {
  const phone = tunisianPhone(q)
  const known = (kind: string) => (place: string) =>
    `l.id in (select lead_id from lead_keys where kind = '${kind}' and value = ${place})`
  if (phone) add(known('phone'), phone)
  else if (q.includes('@')) add(known('email'), q.trim().toLowerCase())
  // Folded here: a plan that serves any words would fold them anew for each lead it passes.
  else add((place) => `l.name_folded like ${place}`, `%${foldWords(q)}%`)
}

/** Throws 404. */
export async function leadQuery(id: number): Promise<LeadRow> {
  const [lead] = await sql<LeadRow>(`select ${COLUMNS} from leads l where l.id = $1`, [id])
  if (!lead) throw notFound('lead')
  return lead
}

/** Leads that somebody means to call. */
export async function countToCall(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from leads where status = 'to_call' and merged_into is null`
  )
  return count
}

/** How many leads there are, those that are parts of others left out. */
export async function countLeads(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    'select count(*)::int as count from leads where merged_into is null'
  )
  return count
}
