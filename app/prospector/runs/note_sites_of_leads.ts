import { sql } from '#app/platform/database/sql'

/**
 * Puts the sites of businesses that people typed or that a list told of on the list of those that are read. What a
 * person names is kept, though Google named it before.
 */
export async function noteSitesOfLeads(): Promise<void> {
  await sql(
    `insert into prospector_sites as s (host, address, origin)
     select distinct on (k.value) k.value, ${ADDRESS}, 'manual'
     from lead_keys k join leads l on l.id = k.lead_id
     where k.kind = 'domain' and k.origin in ('manual', 'csv') and not l.opted_out
     order by k.value, k.lead_id
     on conflict (host) do update set address = excluded.address, origin = excluded.origin, forget_at = null
     where s.forget_at is not null`
  )
}

/** As it was told, where it leads there and names a protocol. */
const ADDRESS = `case when l.website ~* '^https?://' and strpos(lower(l.website), k.value) > 0
  then l.website else 'http://' || k.value || '/' end`
