import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { profileOf, type Saying } from '#app/prospector/leads/profile_of'
import type { SourceName } from '#app/prospector/sources/finding'

type SourceRow = {
  source: SourceName
  says: Omit<Saying, 'source' | 'seenAt'>
  seenAt: Date
}

/** Makes the fields and keys of a lead again from what its sources say now, as part of `trx`. */
export async function projectLead(leadId: number, trx: TransactionClientContract): Promise<void> {
  const rows = await sql<SourceRow>(
    `select source, says, last_seen_at as "seenAt" from lead_sources
     where lead_id = $1 and says is not null and (expires_at is null or expires_at > now()) order by id`,
    [leadId],
    trx
  )
  const profile = profileOf(rows.map(({ source, says, seenAt }) => ({ ...says, source, seenAt })))
  const { location, fieldOrigin, keys } = profile
  await sql(
    `update leads set name = $2, segment = $3, website = $4, address = $5, governorate = $6, delegation = $7,
       locality = $8, latitude = $9, longitude = $10, tax_id = $11, makes = $12, brands = $13, reviews = $14,
       sites = $15, vehicles = $16, closed = $17, field_origin = $18, version = version + 1, updated_at = now()
     where id = $1
       and (name, segment, website, address, governorate, delegation, locality, latitude, longitude, tax_id, makes, brands,
         reviews, sites, vehicles, closed, field_origin)
         is distinct from ($2::text collate "fr-x-icu", $3::text, $4::text, $5::text, $6::text, $7::text, $8::text,
           $9::float8, $10::float8, $11::text, $12::text[], $13::text[], $14::int, $15::int, $16::int, $17::boolean,
           $18::jsonb)`,
    [
      ...[leadId, profile.name, profile.segment, profile.website, profile.address],
      ...[profile.governorate, profile.delegation, profile.locality],
      ...[location?.latitude ?? null, location?.longitude ?? null, profile.taxId],
      ...[profile.makes, profile.brands, profile.reviews, profile.sites, profile.vehicles],
      ...[profile.closed, JSON.stringify(fieldOrigin)],
    ],
    trx
  )
  await sql(
    `with wanted as (
       select * from jsonb_to_recordset($2) as k (kind text, value text, origin text)
     ), gone as (
       delete from lead_keys k where lead_id = $1 and not exists (
         select from wanted w where (w.kind, w.value) = (k.kind, k.value))
     )
     insert into lead_keys (lead_id, kind, value, origin) select $1, kind, value, origin from wanted
     on conflict (lead_id, kind, value) do update set origin = excluded.origin
     where lead_keys.origin <> excluded.origin`,
    [leadId, JSON.stringify(keys)],
    trx
  )
}
