import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export interface RunRow {
  id: number
  state: 'running' | 'done' | 'failed'
  zone: string | null
  query: string | null
  startedAt: Date
  finishedAt: Date | null
  error: string | null
  steps: number
  skipped: number
  requests: number
  found: number
  new: number
  known: number
  suppressed: number
}

export interface StepRow {
  id: number
  source: 'places' | 'website'
  key: string
  state: 'waiting' | 'done' | 'skipped'
  reason: string | null
  requests: number
  found: number
  new: number
  known: number
  suppressed: number
}

const ORDER = 'prospector_runs:id:desc'
const STEPS = 'prospector_steps:id:asc'

const RUNS = /* sql */ `
  select r.id, r.state, r.zone, r.query, r.started_at as "startedAt", r.finished_at as "finishedAt",
    r.error, s.* from prospector_runs r
  cross join lateral (
    select count(*)::int as steps, (count(*) filter (where state = 'skipped'))::int as skipped,
      coalesce(sum(requests), 0)::int as requests, coalesce(sum(found), 0)::int as found,
      coalesce(sum(new), 0)::int as new, coalesce(sum(known), 0)::int as known,
      coalesce(sum(suppressed), 0)::int as suppressed
    from prospector_steps where run_id = r.id) s`

/** Runs, the newest first. */
export async function runsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor, 'number').id : null
  const rows = await sql<RunRow>(
    `${RUNS} where $1::bigint is null or r.id < $1 order by r.id desc limit $2`,
    [before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}

/** One run. Throws 404 for one that there is not. */
export async function runQuery(id: number): Promise<RunRow> {
  const [run] = await sql<RunRow>(`${RUNS} where r.id = $1`, [id])
  if (!run) throw notFound('run')
  return run
}

/** Why a source was left alone by a run altogether; none when it was asked something, or nothing was to be asked. */
export async function whyLeftAlone(runId: number, source: StepRow['source']): Promise<string[]> {
  const [{ isLeftAlone, reasons }] = await sql<{ isLeftAlone: boolean | null; reasons: string[] }>(
    `select bool_and(state = 'skipped') as "isLeftAlone",
       coalesce(array_agg(distinct reason) filter (where reason is not null), '{}') as reasons
     from prospector_steps where run_id = $1 and source = $2`,
    [runId, source]
  )
  return isLeftAlone ? reasons : []
}

/** What a run had to do, in order. */
export async function stepsQuery(runId: number, limit: number, cursor?: string) {
  const after = cursor ? decodeCursor(STEPS, cursor, 'number').id : 0
  const rows = await sql<StepRow>(
    `select id, source, key, state, reason, requests, found, new, known, suppressed
     from prospector_steps where run_id = $1 and id > $2 order by id limit $3`,
    [runId, after, limit + 1]
  )
  return pageOf(rows, limit, STEPS)
}

export interface WantedOffer {
  words: string
  asked: number
  host: string
  number: string
  name: string | null
  brand: string | null
  price: number | null
  url: string
  seenAt: Date
}

const MOST_OFFERS = 100
const WANTED_SINCE = '90 days'

/** Who sells what customers asked for under a number and did not find here, the most wanted first. */
export const wantedOffersQuery = () =>
  sql<WantedOffer>(
    `select w.words, w.asked, s.host, o.number, o.name, o.brand, o.price, o.url, o.seen_at as "seenAt"
     from (
       select norm_ref(words) as number_norm, min(words) as words, sum(asked)::int as asked
       from unmet_demand where last_asked_at > now() - $1::interval
       group by 1 order by asked desc limit 1000
     ) w
     join prospector_offers o on o.number_norm = w.number_norm
     join prospector_sites s on s.id = o.site_id
     order by w.asked desc, w.number_norm, o.price nulls last, o.id limit $2`,
    [WANTED_SINCE, MOST_OFFERS]
  )
