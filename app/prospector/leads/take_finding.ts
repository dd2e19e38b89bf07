import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { findCandidates } from '#app/prospector/duplicates/find_candidates'
import { lockLeads } from '#app/prospector/leads/lock_leads'
import { noteEvent } from '#app/prospector/leads/note_event'
import { projectLead } from '#app/prospector/leads/project_lead'
import { leaveAlone } from '#app/prospector/leads/leave_alone'
import { withoutSuppressed } from '#app/prospector/leads/suppressions'
import { tidyFinding } from '#app/prospector/leads/tidy_finding'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'
import type { Finding } from '#app/prospector/sources/finding'

/** What became of a finding. `suppressed`: somebody asked to be left alone; `leadId` is null when no lead is kept. */
export type Taken = { leadId: number | null; outcome: 'new' | 'known' | 'suppressed' }

type Taking = { runId?: number; actor?: string }

/**
 * Takes what a source says into the leads, in one transaction: the lead that it is about is found or made, its
 * fields are made again from all sources, and it is scored. The same finding again changes nothing.
 */
export function takeFinding(finding: Finding, taking: Taking = {}): Promise<Taken> {
  return db.transaction(async (trx) => {
    await actAs(trx, { actor: 'prospector', source: 'job' })
    return takeFindingIn(trx, finding, taking)
  })
}

/** The same, as a part of `trx`. Findings are taken one after the other: two at once could make one business two leads. */
export async function takeFindingIn(
  trx: TransactionClientContract,
  untidy: Finding,
  { runId, actor = 'prospector' }: Taking = {}
): Promise<Taken> {
  await lockLeads(trx)
  const tidy = tidyFinding(untidy)
  const known = await knownSource(tidy, trx)
  const { finding, suppressedLead, isSuppressed } = await withoutSuppressed(tidy, trx)
  if (isSuppressed && !known) return { leadId: suppressedLead, outcome: 'suppressed' }

  const { same, maybe } = await findCandidates(finding, known?.leadId, trx)
  const joined = known?.leadId ?? same[0]?.id
  const leadId = joined ?? (await newLead(trx))
  await keepSource(leadId, finding, runId, trx)
  await projectLead(leadId, trx)
  // Whoever wants to be left alone is so at the numbers that are told later, too.
  const isLeftAlone = isSuppressed || (joined !== undefined && (await hasOptedOut(joined, trx)))
  if (isLeftAlone) await leaveAlone(leadId, { reason: 'suppressed', actor }, trx)
  const suspected = [...same, ...maybe].filter(({ id }) => id !== leadId)
  await suspectDuplicates(leadId, suspected, trx)
  await rescoreLeads([leadId], { trx })
  if (joined === undefined)
    await noteEvent({ leadId, kind: 'found', data: { source: finding.source }, actor }, trx)
  if (isLeftAlone) return { leadId, outcome: 'suppressed' }
  return { leadId, outcome: joined === undefined ? 'new' : 'known' }
}

async function knownSource({ source, key }: Finding, trx: TransactionClientContract) {
  const [row] = await sql<{ leadId: number }>(
    'select lead_id as "leadId" from lead_sources where source = $1 and key = $2',
    [source, key],
    trx
  )
  return row
}

async function hasOptedOut(leadId: number, trx: TransactionClientContract) {
  const [{ optedOut }] = await sql<{ optedOut: boolean }>(
    'select opted_out as "optedOut" from leads where id = $1',
    [leadId],
    trx
  )
  return optedOut
}

async function newLead(trx: TransactionClientContract): Promise<number> {
  const [{ id }] = await sql<{ id: number }>(
    'insert into leads default values returning id',
    [],
    trx
  )
  return id
}

async function keepSource(
  leadId: number,
  { source, key, seenAt, evidence, expiresAt, ...says }: Finding,
  runId: number | undefined,
  trx: TransactionClientContract
) {
  await sql(
    `insert into lead_sources as s (lead_id, source, key, says, evidence, run_id, first_seen_at, last_seen_at, expires_at)
     values ($1, $2, $3, case when $8::timestamptz <= now() then null else $4::jsonb end, $5, $6, $7, $7, $8)
     on conflict (source, key) do update set says = excluded.says, run_id = coalesce(excluded.run_id, s.run_id),
       evidence = (select coalesce(array_agg(e), '{}') from (select distinct e from unnest(s.evidence || excluded.evidence) e limit 20) d),
       last_seen_at = excluded.last_seen_at, expires_at = excluded.expires_at
     -- What was seen later is not overwritten by what comes late.
     where excluded.last_seen_at >= s.last_seen_at`,
    [
      ...[leadId, source, key, JSON.stringify(says), evidence, runId ?? null],
      ...[seenAt, expiresAt],
    ],
    trx
  )
}

/** Pairs that somebody has decided about stay decided. */
async function suspectDuplicates(
  leadId: number,
  others: { id: number; points: number; reasons: string[] }[],
  trx: TransactionClientContract
) {
  if (others.length === 0) return
  await sql(
    `insert into lead_duplicates (lead_a, lead_b, points, reasons)
     select least($1, o.id), greatest($1, o.id), o.points, o.reasons
     from jsonb_to_recordset($2) as o (id integer, points real, reasons text[])
     on conflict (lead_a, lead_b) do nothing`,
    [leadId, JSON.stringify(others)],
    trx
  )
}
