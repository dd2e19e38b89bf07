import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { decideSuspicion } from '#app/prospector/leads/decide_suspicion'
import { cannotMerge } from '#app/prospector/leads/lead_refusals'
import { leaveAlone } from '#app/prospector/leads/leave_alone'
import { lockedLead, lockLeads } from '#app/prospector/leads/lock_leads'
import { noteEvent } from '#app/prospector/leads/note_event'
import { renewLeads } from '#app/prospector/leads/renew_leads'

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
    await decideSuspicion(into, from, 'merged', trx)
    await noteEvent(
      { leadId: into, kind: 'merge', data: { from, mergeId }, actor: acting.actor },
      trx
    )
    await renewLeads([into, from], trx)
    if (kept.optedOut !== gone.optedOut) {
      await leaveAlone(into, { reason: 'merged', actor: acting.actor }, trx)
    }
    return { mergeId }
  })
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
