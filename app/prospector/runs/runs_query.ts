import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { centsOf, FREE_CALLS, type Cost } from '#app/prospector/runs/cost'

interface RunRow {
  id: number
  state: 'running' | 'done' | 'failed'
  zone: string | null
  query: string | null
  /** Questions to Places that it may ask. */
  limit: number
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
  /** What it cost, so far. */
  cost: Cost
}

/** Why something was left out, or came to nothing, and how often. */
interface WhyNot {
  source: StepRow['source']
  state: 'done' | 'skipped'
  reason: string
  steps: number
}

interface StepRow {
  id: number
  source: 'places' | 'website'
  key: string
  /** What Places was asked, and where: code of a governorate. */
  query: string | null
  zone: string | null
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

/** Runs are one at a time: what was called from the beginning of one to its end was called by it. */
const RUNS = /* sql */ `
  select r.id, r.state, r.zone, r.query, r.most_asks as "limit", r.started_at as "startedAt",
    r.finished_at as "finishedAt", r.error, s.*, c.* from prospector_runs r
  cross join lateral (
    select count(*)::int as steps, (count(*) filter (where state = 'skipped'))::int as skipped,
      coalesce(sum(requests), 0)::int as requests, coalesce(sum(found), 0)::int as found,
      coalesce(sum(new), 0)::int as new, coalesce(sum(known), 0)::int as known,
      coalesce(sum(suppressed), 0)::int as suppressed
    from prospector_steps where run_id = r.id) s
  cross join lateral (
    select count(*)::int as calls, (count(*) filter (where number > ${FREE_CALLS}))::int as paid
    from places_calls where at between r.started_at and coalesce(r.finished_at, now())) c`

type Found = Omit<RunRow, 'cost'> & { calls: number; paid: number }

const withCost = ({ calls, paid, ...run }: Found): RunRow => ({
  ...run,
  cost: { calls, cents: centsOf(paid) },
})

/** Runs, the newest first. */
export async function runsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : null
  const rows = await sql<Found>(
    `${RUNS} where $1::bigint is null or r.id < $1 order by r.id desc limit $2`,
    [before, limit + 1]
  )
  return pageOf(rows.map(withCost), limit, ORDER)
}

/** One run. Throws 404 for one that there is not. */
export async function runQuery(id: number): Promise<RunRow> {
  const [run] = await sql<Found>(`${RUNS} where r.id = $1`, [id])
  if (!run) throw notFound('run')
  return withCost(run)
}

/** What a run left out or found nothing at, and why, most often first. */
export const whyNotQuery = (runId: number) =>
  sql<WhyNot>(
    `select source, state, reason, count(*)::int as steps from prospector_steps
     where run_id = $1 and reason is not null group by 1, 2, 3 order by steps desc, 1, 2, 3`,
    [runId]
  )

/** Why a source was left alone by a run altogether; none when it was asked something, or nothing was to be asked. */
export async function whyLeftAlone(runId: number, source: StepRow['source']): Promise<string[]> {
  const [{ isLeftAlone, reasons }] = await sql<{ isLeftAlone: boolean | null; reasons: string[] }>(
    `select bool_and(state = 'skipped' and found = 0) as "isLeftAlone",
       coalesce(array_agg(distinct reason) filter (where reason is not null), '{}') as reasons
     from prospector_steps where run_id = $1 and source = $2`,
    [runId, source]
  )
  return isLeftAlone ? reasons : []
}

/** What a run had to do, in order. */
export async function stepsQuery(runId: number, limit: number, cursor?: string) {
  const after = cursor ? decodeCursor(STEPS, cursor).id : 0
  const rows = await sql<StepRow>(
    `select id, source, key, query, zone, state, reason, requests, found, new, known, suppressed
     from prospector_steps where run_id = $1 and id > $2 order by id limit $3`,
    [runId, after, limit + 1]
  )
  return pageOf(rows, limit, STEPS)
}

interface WantedOffer {
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
