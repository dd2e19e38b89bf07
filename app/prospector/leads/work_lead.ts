import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { cannotMove, leftAlone } from '#app/prospector/leads/lead_refusals'
import { type LeadStatus, mayMove } from '#app/prospector/leads/lead_status'
import { leaveAlone } from '#app/prospector/leads/leave_alone'
import { lockedLead, lockLeads, type LockedLead } from '#app/prospector/leads/lock_leads'
import { noteEvent } from '#app/prospector/leads/note_event'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

/** How somebody was reached, and what came of it. */
export const CONTACT_WAYS = ['call', 'whatsapp', 'email', 'visit'] as const
export const CONTACT_OUTCOMES = ['answered', 'no_answer', 'seen', 'clicked', 'asked'] as const
type Contacted = {
  by: (typeof CONTACT_WAYS)[number]
  outcome: (typeof CONTACT_OUTCOMES)[number]
  notes?: string | null
}

type LeadChange = { status?: LeadStatus; notes?: string | null }

/**
 * Moves a lead on, with a note or only a note. The status it has already is no move. Throws 404, and 409 where its
 * status does not lead there. `never_contact` is an opt-out, for ever.
 */
export function changeLead(
  id: number,
  { status, notes }: LeadChange,
  acting: Acting
): Promise<void> {
  return working(id, acting, async (lead, trx) => {
    if (notes)
      await noteEvent({ leadId: id, kind: 'note', data: { text: notes }, actor: acting.actor }, trx)
    if (!status || status === lead.status) return
    if (!mayMove(lead.status, status)) throw cannotMove(lead.status, status)
    if (status === 'never_contact') {
      await leaveAlone(id, { reason: notes ?? null, actor: acting.actor }, trx)
    } else {
      await moveLead(lead, status, acting.actor, trx)
    }
  })
}

/** A business wants to be left alone, for ever. Throws 404. */
export function optOut(id: number, reason: string | null, acting: Acting): Promise<void> {
  return working(id, acting, (_, trx) => leaveAlone(id, { reason, actor: acting.actor }, trx))
}

/**
 * Writes down that somebody was called, written to or visited. What had not been contacted is now, when somebody
 * was reached. Throws 404, and 409 for whoever wants to be left alone.
 */
export function logContact(
  id: number,
  { by, outcome, notes }: Contacted,
  acting: Acting
): Promise<void> {
  return working(id, acting, async (lead, trx) => {
    if (lead.optedOut) throw leftAlone()
    const data = { by, outcome, ...(notes && { text: notes }) }
    await noteEvent({ leadId: id, kind: 'contact', data, actor: acting.actor }, trx)
    const isFirst = lead.status === 'new' || lead.status === 'to_call'
    if (isFirst && outcome !== 'no_answer') await moveLead(lead, 'contacted', acting.actor, trx)
  })
}

/** Plans what is to be done until a day. Throws 404, and 409 for whoever wants to be left alone. */
export function planTask(
  id: number,
  { what, dueOn }: { what: string; dueOn: string },
  acting: Acting
): Promise<void> {
  return working(id, acting, async (lead, trx) => {
    if (lead.optedOut) throw leftAlone()
    await sql(
      'insert into lead_tasks (lead_id, what, due_on, actor) values ($1, $2, $3, $4)',
      [id, what, dueOn, acting.actor],
      trx
    )
  })
}

/** A task is done; one that was done stays so. Throws 404. */
export function finishTask(id: number, taskId: number, acting: Acting): Promise<void> {
  return working(id, acting, async (_, trx) => {
    const [task] = await sql(
      `update lead_tasks set done_at = coalesce(done_at, now())
       where id = $2 and lead_id in (select id from leads where id = $1 or merged_into = $1) returning id`,
      [id, taskId],
      trx
    )
    if (!task) throw notFound('task')
  })
}

/** As part of `trx`, in which the lead is locked. */
export async function moveLead(
  { id, status: from }: Pick<LockedLead, 'id' | 'status'>,
  to: LeadStatus,
  actor: string,
  trx: TransactionClientContract
): Promise<void> {
  await sql(
    `update leads set status = $2, status_since = now(), version = version + 1, updated_at = now() where id = $1`,
    [id, to],
    trx
  )
  await noteEvent({ leadId: id, kind: 'move', data: { from, to }, actor }, trx)
}

/** Whatever is done with a lead may make it worth more. */
function working(
  id: number,
  acting: Acting,
  work: (lead: LockedLead, trx: TransactionClientContract) => Promise<void>
): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockLeads(trx)
    await work(await lockedLead(id, trx), trx)
    await rescoreLeads([id], { trx })
  })
}
