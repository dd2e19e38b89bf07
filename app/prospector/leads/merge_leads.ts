import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { cannotMerge, notMerged } from '#app/prospector/leads/lead_refusals'
import { leaveAlone } from '#app/prospector/leads/leave_alone'
import { lockedLead, lockLeads } from '#app/prospector/leads/lock_leads'
import { noteEvent } from '#app/prospector/leads/note_event'
import { projectLead } from '#app/prospector/leads/project_lead'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

/**
 * Makes two leads one: what sources say of `from` is said of `into`; its events and tasks stay its own and are shown
 * with those of `into`. Throws 404, and 409 when both belong to a customer or one is merged already. An opt-out of
 * either is one of both.
 */
export function mergeLeads(
  into: number,
  from: number,
  acting: Acting
): Promise<{ mergeId: number }> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockLeads(trx)
    const [kept, gone] = [await lockedLead(into, trx), await lockedLead(from, trx)]
    const isTwice = kept.customerId !== null && gone.customerId !== null
    if (into === from || isTwice) throw cannotMerge()
    const [{ id: mergeId }] = await sql<{ id: number }>(MERGE, [into, from, acting.actor], trx)
    if (gone.customerId !== null) {
      await sql('update leads set customer_id = $2 where id = $1', [into, gone.customerId], trx)
      await sql('update leads set customer_id = null where id = $1', [from], trx)
    }
    await sql(
      `update lead_duplicates set state = 'merged' where lead_a = least($1::int, $2::int) and lead_b = greatest($1::int, $2::int)`,
      [into, from],
      trx
    )
    await noteEvent(
      { leadId: into, kind: 'merge', data: { from, mergeId }, actor: acting.actor },
      trx
    )
    await renew([into, from], trx)
    if (kept.optedOut !== gone.optedOut) {
      await leaveAlone(into, { reason: 'merged', actor: acting.actor }, trx)
    }
    return { mergeId }
  })
}

/**
 * Takes a merge back: what had moved returns, also what sources have said since. An opt-out stays one of both.
 * Throws 404, and 409 when it was taken back already or the lead is a part of another by now.
 */
export function unmergeLeads(
  mergeId: number,
  acting: Acting
): Promise<{ into: number; from: number }> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockLeads(trx)
    const [merge] = await sql<{
      into: number
      from: number
      undoneAt: Date | null
      isMoved: boolean
    }>(
      `select m.into_lead_id as "into", m.from_lead_id as "from", m.undone_at as "undoneAt",
         l.merged_into is not null as "isMoved"
       from lead_merges m join leads l on l.id = m.into_lead_id where m.id = $1`,
      [mergeId],
      trx
    )
    if (!merge) throw notFound('merge')
    if (merge.undoneAt || merge.isMoved) throw notMerged()
    const { into, from } = merge
    await sql(UNMERGE, [mergeId], trx)
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
    await sql(
      `update lead_duplicates set state = 'apart' where lead_a = least($1::int, $2::int) and lead_b = greatest($1::int, $2::int)`,
      [into, from],
      trx
    )
    await noteEvent(
      { leadId: into, kind: 'unmerge', data: { from, mergeId }, actor: acting.actor },
      trx
    )
    await renew([into, from], trx)
    return { into, from }
  })
}

/** They are two: they are not suspected again. Throws 404. */
export function keepApart(duplicateId: number, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [found] = await sql(
      `update lead_duplicates set state = 'apart' where id = $1 and state = 'open' returning id`,
      [duplicateId],
      trx
    )
    if (!found) throw notFound('suspicion')
  })
}

async function renew(ids: number[], trx: TransactionClientContract) {
  for (const id of ids) await projectLead(id, trx)
  await rescoreLeads(ids, { trx })
}

const MERGE = /* sql */ `
  with sources as (
    update lead_sources set lead_id = $1 where lead_id = $2 returning id
  ), parts as (
    update leads set merged_into = $1, version = version + 1, updated_at = now()
    where id = $2 or merged_into = $2 returning id
  )
  insert into lead_merges (into_lead_id, from_lead_id, moved_sources, moved_leads, moved_customer, actor)
  select $1, $2, coalesce((select array_agg(id) from sources), '{}'),
    coalesce((select array_agg(id) from parts where id <> $2), '{}'),
    (select customer_id is not null from leads where id = $2), $3
  returning id`

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
