import { sql } from '#app/platform/database/sql'
import { emptyTables } from '#tests/support/empty_tables'

/** No run, no lead and no site. */
export async function emptyProspector(): Promise<void> {
  await sql('delete from unmet_demand')
  await emptyTables(
    ...['prospector_runs', 'prospector_steps', 'places_pages', 'places_usage', 'places_calls'],
    ...['source_rests', 'prospector_sites', 'prospector_offers', 'leads', 'lead_sources']
  )
}

/**
 * All that leads say, by their sources, and what sites sell, by their hosts: what must be the same whatever happened
 * on the way.
 */
export async function leadsByKey(): Promise<Record<string, unknown>> {
  const rows = await sql<{ key: string; says: unknown }>(
    `select s.source || ' ' || s.key as key, to_jsonb(array[
         l.name, l.segment, l.governorate, l.delegation, l.locality, l.address, l.website, l.tax_id]) || jsonb_build_array(
         l.makes, l.brands, l.field_origin, l.score, l.band, l.terms,
         (select jsonb_agg(array[k.kind, k.value, k.origin] order by k.kind, k.value) from lead_keys k where k.lead_id = l.id),
         (select jsonb_agg(o.source || ' ' || o.key order by o.source, o.key)
          from lead_sources o where o.lead_id = l.id)) as says
     from lead_sources s join leads l on l.id = s.lead_id
     union all
     select 'offers ' || s.host, jsonb_agg(
       jsonb_build_array(o.number_norm, o.number, o.name, o.brand, o.price, o.in_stock, o.url) order by o.number_norm)
     from prospector_offers o join prospector_sites s on s.id = o.site_id group by s.host`
  )
  return Object.fromEntries(rows.map(({ key, says }) => [key, says]))
}

/** A run in Sfax that has ended: a question that brought leads, one that the ceiling stopped and a site that forbids us. Returns its id. */
export async function finishedRun(): Promise<number> {
  const [{ id }] = await sql<{ id: number }>(
    `insert into prospector_runs (zone, most_asks, state, started_at, finished_at)
     values ('TN-61', 3, 'done', now() - interval '1 minute', now()) returning id`
  )
  await sql(
    `insert into prospector_steps (run_id, source, key, query, zone, state, reason, finished_at, requests, found, new, known)
     values ($1, 'places', 'garage | TN-61', 'garage', 'TN-61', 'done', null, now(), 2, 7, 5, 2),
       ($1, 'places', 'casse auto | TN-61', 'casse auto', 'TN-61', 'skipped', 'ceiling', now(), 0, 0, 0, 0),
       ($1, 'website', 'garage.example', null, null, 'done', 'robots', now(), 1, 0, 0, 0)`,
    [id]
  )
  return id
}

/** Sites that somebody wants read, in the order in which they are. */
export async function waitingSites(...hosts: string[]): Promise<void> {
  await sql(
    `insert into prospector_sites (host, address, origin)
     select host, 'http://' || host || '/', 'manual' from unnest($1::text[]) with ordinality h (host, at) order by at`,
    [hosts]
  )
}
