import { sql } from '#app/platform/database/sql'

/** No run, no lead and no site. */
export async function emptyProspector(): Promise<void> {
  await sql('delete from unmet_demand')
  await sql(
    `truncate prospector_runs, prospector_steps, places_pages, places_usage, places_calls,
       source_rests, prospector_sites, prospector_offers, leads, lead_sources cascade`
  )
}

/** What leads are made of, by their sources: what must be the same whatever happened on the way. */
export async function leadsByKey(): Promise<Record<string, unknown>> {
  const rows = await sql<{ key: string; name: string; rest: unknown }>(
    `select s.source || ' ' || s.key as key, l.name,
       jsonb_build_array(l.segment, l.governorate, l.score,
         (select jsonb_agg(o.source || ' ' || o.key order by o.source, o.key)
          from lead_sources o where o.lead_id = l.id)) as rest
     from lead_sources s join leads l on l.id = s.lead_id`
  )
  return Object.fromEntries(rows.map(({ key, name, rest }) => [key, [name, rest]]))
}
