import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decideSuspicion } from '#app/prospector/leads/decide_suspicion'
import { notMerged } from '#app/prospector/leads/lead_refusals'
import { lockLeads } from '#app/prospector/leads/lock_leads'
import { noteEvent } from '#app/prospector/leads/note_event'
import { renewLeads } from '#app/prospector/leads/renew_leads'

/**
 * Takes a merge back: what had moved returns, also what sources have said since. An opt-out stays one of both.
 * Throws 404, and 409 when it was taken back already or the lead is a part of another by now.
 */
export function unmergeLeads(mergeId: number, acting: Acting): Promise<Merge> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockLeads(trx)
    const { into, from } = await standingMerge(mergeId, trx)
    await sql(UNMERGE, [mergeId], trx)
    await returnCustomer(mergeId, trx)
    await decideSuspicion(into, from, 'apart', trx)
    await noteEvent(
      { leadId: into, kind: 'unmerge', data: { from, mergeId }, actor: acting.actor },
      trx
    )
    await renewLeads([into, from], trx)
    return { into, from }
  })
}

type Merge = { into: number; from: number }

async function standingMerge(mergeId: number, trx: TransactionClientContract): Promise<Merge> {
  const [merge] = await sql<Merge & { undoneAt: Date | null; isMoved: boolean }>(
    `select m.into_lead_id as "into", m.from_lead_id as "from", m.undone_at as "undoneAt",
       l.merged_into is not null as "isMoved"
     from lead_merges m join leads l on l.id = m.into_lead_id where m.id = $1`,
    [mergeId],
    trx
  )
  if (!merge) throw notFound('merge')
  if (merge.undoneAt || merge.isMoved) throw notMerged()
  return merge
}

const UNMERGE = /* sql */ `
  with merge as (
    update lead_merges set undone_at = now() where id = $1 returning *
  ), sources as (
    update lead_sources s set lead_id = m.from_lead_id from merge m where s.id = any (m.moved_sources)
  ), parts as (
    update leads l set merged_into = m.from_lead_id from merge m where l.id = any (m.moved_leads)
  )
  update leads l set merged_into = null, version = l.version + 1, updated_at = now()
  from merge m where l.id = m.from_lead_id`

/** First to the one, then from the other: for a moment it is of both. */
async function returnCustomer(mergeId: number, trx: TransactionClientContract) {
  await sql(
    `update leads f set customer_id = i.customer_id from leads i, lead_merges m
     where m.id = $1 and m.moved_customer and f.id = m.from_lead_id and i.id = m.into_lead_id`,
    [mergeId],
    trx
  )
  await sql(
    `update leads i set customer_id = null from lead_merges m
     where m.id = $1 and m.moved_customer and i.id = m.into_lead_id`,
    [mergeId],
    trx
  )
}
