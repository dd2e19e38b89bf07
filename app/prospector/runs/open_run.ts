import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { QUERIES, queryOf } from '#app/prospector/sources/places/queries'
import { GOVERNORATES } from '#app/tunisia/governorates'

/** What a run is narrowed down to, and how much it may ask. */
export interface RunScope {
  /** Code of a governorate. */
  zone?: string
  /** One of the list, or any words. */
  query?: string
  /** Questions to Places, of up to three pages each: ten, or one in each zone for a query that is told. */
  limit?: number
}

/** A run that is under way. */
export interface OpenedRun {
  id: number
  /** It was left unfinished or had failed, and keeps the scope that it had. */
  isLeft: boolean
  zone: string | null
  query: string | null
  limit: number
}

const MOST_ASKS = 10
/** The same question is asked again after so long: what Google said is forgotten by then. */
const AGAIN_AFTER = '30 days'

/** A run that fails again and again is given up after so long. */
const FAILS_FOR = '2 days'

/** The run that was left unfinished or failed, or a new one with its questions. */
export async function openRun(scope: RunScope, asksPlaces: boolean): Promise<OpenedRun> {
  const left = await takeUp()
  if (left) return { ...left, isLeft: true }
  const query = scope.query === undefined ? null : queryOf(scope.query).text
  const { zone = null, limit = query === null ? MOST_ASKS : GOVERNORATES.length } = scope
  return db.transaction(async (trx) => {
    const [{ id }] = await sql<{ id: number }>(
      `insert into prospector_runs (zone, query, most_asks) values ($1, $2, $3) returning id`,
      [zone, query, limit],
      trx
    )
    const run = { id, isLeft: false, zone, query, limit }
    if (asksPlaces) await planAsks(run, trx)
    return run
  })
}

/** The last run when it has not ended, or failed not long ago: what it has still to do is done. */
async function takeUp() {
  const [left] = await sql<Omit<OpenedRun, 'isLeft'>>(
    `update prospector_runs set state = 'running', finished_at = null, error = null
     where id = (select max(id) from prospector_runs)
       and (state = 'running' or state = 'failed' and started_at > now() - $1::interval)
     returning id, zone, query, most_asks as "limit"`,
    [FAILS_FOR]
  )
  return left as Omit<OpenedRun, 'isLeft'> | undefined
}

/** Questions that were not asked for long, those never asked first; then in the order of the list, zone by zone. */
async function planAsks({ id, zone, query, limit }: OpenedRun, trx: TransactionClientContract) {
  await sql(
    `insert into prospector_steps (run_id, source, key, query, zone)
     select $1, 'places', q.query || ' | ' || z.zone, q.query, z.zone
     from unnest($2::text[]) with ordinality q(query, at)
     cross join unnest($3::text[]) with ordinality z(zone, at)
     left join lateral (
       select max(s.finished_at) as asked_at from prospector_steps s
       where s.source = 'places' and s.state = 'done' and s.query = q.query and s.zone = z.zone
     ) last on true
     where last.asked_at is null or last.asked_at < now() - $4::interval
     order by last.asked_at nulls first, z.at, q.at limit $5`,
    [
      id,
      query === null ? QUERIES.map(({ text }) => text) : [query],
      zone === null ? GOVERNORATES.map(({ code }) => code) : [zone],
      ...[AGAIN_AFTER, limit],
    ],
    trx
  )
}
