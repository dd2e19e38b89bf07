import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Change, MOST_CREATED, MOST_UPDATED } from '#app/imports/runs/sample_changes'
import { sql } from '#app/platform/database/sql'
import type { Says } from '#app/prospector/imports/imported_changes'
import { profileOf, type LeadKey, type Saying } from '#app/prospector/leads/profile_of'

/** What lists say that people care to see. */
export const SHOWN = [
  'name',
  'segment',
  'phones',
  'emails',
  'website',
  'address',
  'governorate',
  'delegation',
  'taxId',
]

/** Examples of what this transaction has made of leads, as many as are still wanted. */
export async function sampleOfLeads(
  runId: number,
  known: Change[],
  trx: TransactionClientContract
): Promise<Change[]> {
  const all = [...known]
  const count = (isCreated: boolean) =>
    all.filter(({ field }) => (field === '*') === isCreated).length
  for (const row of await sql<ChangeRow>(CHANGES, [runId], trx)) {
    if (row.isNew && count(true) < MOST_CREATED) all.push(createdOf(row))
    if (!row.isNew && count(false) < MOST_UPDATED) all.push(...(await changesOf(row, trx)))
  }
  return all.slice(known.length)
}

type ChangeRow = {
  sourceId: number
  leadId: number
  before: Says | null
  seenBefore: Date | null
  after: Says
  /** Nobody else tells of the business. */
  isNew: boolean
}

const CHANGES = /* sql */ `
  select s.id as "sourceId", s.lead_id as "leadId", c.before, c.seen_before as "seenBefore", c.after,
    c.before is null and not exists (
      select from lead_sources o where o.lead_id = s.lead_id and o.id <> s.id) as "isNew"
  from lead_import_changes c join lead_sources s on s.id = c.source_id where c.run_id = $1 order by c.id limit 200`

const createdOf = ({ after }: ChangeRow): Change => ({
  ...{ entity: 'leads', label: String(after.name), field: '*', before: null, after: null },
})

async function changesOf(row: ChangeRow, trx: TransactionClientContract): Promise<Change[]> {
  // What Google says is kept nowhere else.
  const sources = await sql<{ id: number; source: Saying['source']; says: Says; seenAt: Date }>(
    `select id, source, says, last_seen_at as "seenAt" from lead_sources
     where lead_id = $1 and says is not null and source <> 'places'`,
    [row.leadId],
    trx
  )
  const others = sources.filter(({ id }) => id !== row.sourceId)
  const before = { source: 'csv' as const, says: row.before ?? {}, seenAt: row.seenBefore! }
  const was = shownOf(row.before ? [...others, before] : others)
  const is = shownOf(sources)
  return SHOWN.filter((field) => was[field] !== is[field]).map((field) => ({
    ...{ entity: 'leads', label: String(row.after.name), field },
    ...{ before: was[field], after: is[field] },
  }))
}

/** Fields of a lead that sources make, as texts. */
function shownOf(sources: { source: Saying['source']; says: Says; seenAt: Date }[]) {
  const { keys, ...profile } = profileOf(
    sources.map(({ says, source, seenAt }) => ({ ...says, source, seenAt }) as Saying)
  )
  const of = (kind: LeadKey['kind']) =>
    keys.filter((key) => key.kind === kind).map(({ value }) => value)
  const all: Says = { ...profile, phones: of('phone'), emails: of('email') }
  return Object.fromEntries(SHOWN.map((field) => [field, inWords(all[field])]))
}

/** A value as one text; nothing for an empty list. */
export const inWords = (value: unknown): string | null =>
  Array.isArray(value)
    ? value.join(', ') || null
    : value === null || value === undefined
      ? null
      : String(value)
