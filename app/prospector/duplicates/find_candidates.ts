import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { ownDomain } from '#app/prospector/leads/own_domain'
import { compareBusinesses, type Likened } from '#app/prospector/duplicates/compare_businesses'
import { nameKey, tellingName } from '#app/prospector/duplicates/telling_name'
import type { Finding } from '#app/prospector/sources/finding'

export type Candidate = { id: number; points: number; reasons: string[] }

/** So many of those that a finding could be are compared; a chain can have more sites than that. */
const MOST = 100

/**
 * Which leads a finding is about: those that are the `same`, the surest first, and those that may be. A lead that
 * it belongs to already is left out.
 */
export async function findCandidates(
  finding: Finding,
  own: number | undefined,
  trx: TransactionClientContract
): Promise<{ same: Candidate[]; maybe: Candidate[] }> {
  const asked = likenedOf(finding)
  const found = await nearbyLeads(asked, finding, own, trx)
  const compared = found
    .map(({ id, ...lead }) => ({ id, ...compareBusinesses(asked, lead) }))
    .sort((a, b) => b.points - a.points || a.id - b.id)
  const those = (verdict: string): Candidate[] =>
    compared
      .filter((one) => one.verdict === verdict)
      .map(({ id, points, reasons }) => ({ id, points, reasons }))
  return { same: those('same'), maybe: those('maybe') }
}

const likenedOf = (finding: Finding): Likened => ({
  names: finding.name ? [tellingName(finding.name)] : [],
  phones: finding.phones,
  emails: finding.emails,
  domain: ownDomain(finding.website),
  taxId: finding.taxId,
  governorate: finding.governorate,
  delegation: finding.delegation,
  location: finding.location,
})

type Row = Omit<Likened, 'names' | 'location'> & {
  id: number
  names: string[] | null
  latitude: number | null
  longitude: number | null
}

/** Leads that share a number, an address, a domain or the firm of a matricule, or whose name sounds alike around there. */
async function nearbyLeads(
  asked: Likened,
  { location, governorate }: Finding,
  own: number | undefined,
  trx: TransactionClientContract
): Promise<(Likened & { id: number })[]> {
  const rows = await sql<Row>(
    `with hits as (
       select lead_id, 1 as rank from lead_keys
       where kind = 'phone' and value = any ($1) or kind = 'email' and value = any ($2)
         or kind = 'domain' and value = $3 or kind = 'tax' and left(value, 8) = left($4, 8)
       union all
       select k.lead_id, 0 from lead_keys k join leads l on l.id = k.lead_id
       where k.kind = 'name' and k.value % $5 and $5 <> ''
         and (l.governorate is null or $6::text is null or l.governorate = $6
           or l.latitude between $7 - 0.02 and $7 + 0.02 and l.longitude between $8 - 0.02 and $8 + 0.02)
     ), ranked as (
       select lead_id, sum(rank) as rank from hits group by 1
     )
     select l.id, l.governorate, l.delegation, l.latitude, l.longitude, l.tax_id as "taxId",
       (select array_agg(s.says ->> 'name') from lead_sources s
        where s.lead_id = l.id and s.says ->> 'name' is not null
          and (s.expires_at is null or s.expires_at > now())) as names,
       coalesce(array_agg(k.value) filter (where k.kind = 'phone'), '{}') as phones,
       coalesce(array_agg(k.value) filter (where k.kind = 'email'), '{}') as emails,
       min(k.value) filter (where k.kind = 'domain') as domain
     from ranked r join leads l on l.id = r.lead_id join lead_keys k on k.lead_id = l.id
     where l.merged_into is null and l.id <> $9
     group by l.id
     order by max(r.rank) desc, kilometres(l.latitude, l.longitude, $7, $8) nulls last, l.id limit ${MOST}`,
    [
      ...[asked.phones, asked.emails, asked.domain, asked.taxId],
      ...[asked.names[0] ? nameKey(asked.names[0]) : '', governorate],
      ...[location?.latitude ?? null, location?.longitude ?? null, own ?? 0],
    ],
    trx
  )
  return rows.map(({ latitude, longitude, names, ...row }) => ({
    ...row,
    names: (names ?? []).map(tellingName),
    location: latitude === null || longitude === null ? null : { latitude, longitude },
  }))
}
