import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { QUERIES } from '#app/prospector/sources/places/queries'
import { GOVERNORATES } from '#app/tunisia/governorates'

/** What a run is narrowed down to, and how much it may ask. */
export interface RunScope {
  /** Code of a governorate. */
  zone?: string
  query?: string
  /** Questions to Places, of up to three pages each. */
  limit?: number
}

const MOST_ASKS = 10
/** The same question is asked again after so long: what Google said is forgotten by then. */
const AGAIN_AFTER = '30 days'

/** The run that was left unfinished, or a new one with its questions. */
export async function openRun({ zone, query, limit = MOST_ASKS }: RunScope, asksPlaces: boolean) {
  const [left] = await sql<{ id: number }>(`select id from prospector_runs where state = 'running'`)
  if (left) return left
  return db.transaction(async (trx) => {
    const [run] = await sql<{ id: number }>(
      `insert into prospector_runs (zone, query, most_asks) values ($1, $2, $3) returning id`,
      [zone ?? null, query ?? null, limit],
      trx
    )
    if (asksPlaces) await planAsks(run.id, { zone, query, limit }, trx)
    return run
  })
}

/** Questions that were not asked for long, those never asked first; then in the order of the list, zone by zone. */
async function planAsks(runId: number, scope: RunScope, trx: TransactionClientContract) {
  await sql(
    `insert into prospector_steps (run_id, source, key, query, zone)
     select $1, 'places', q.query || ' | ' || z.zone, q.query, z.zone
     from unnest($2::text[]) with ordinality q(query, at)
     cross join unnest($3::text[]) with ordinality z(zone, at)
     left join lateral (
       select max(s.finished_at) as asked_at from prospector_steps s
       where s.source = 'places' and s.state = 'done' and s.query = q.query and s.zone = z.zone
     ) last on true
     where ($4::text is null or q.query = $4) and ($5::text is null or z.zone = $5)
       and (last.asked_at is null or last.asked_at < now() - $6::interval)
     order by last.asked_at nulls first, z.at, q.at limit $7`,
    [
      runId,
      QUERIES.map(({ text }) => text),
      GOVERNORATES.map(({ code }) => code),
      ...[scope.query ?? null, scope.zone ?? null, AGAIN_AFTER, scope.limit],
    ],
    trx
  )
}
