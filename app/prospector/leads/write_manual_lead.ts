import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { isSuppressed, leftAlone } from '#app/prospector/leads/lead_refusals'
import { lockedLead, lockLeads } from '#app/prospector/leads/lock_leads'
import { takeFindingIn, type Taken } from '#app/prospector/leads/take_finding'
import { sql } from '#app/platform/database/sql'
import type { Finding } from '#app/prospector/sources/finding'

/** What somebody typed about a business; places are checked, numbers read. */
export type Typed = Pick<
  Finding,
  | 'name'
  | 'segment'
  | 'phones'
  | 'emails'
  | 'website'
  | 'address'
  | 'governorate'
  | 'delegation'
  | 'taxId'
>

/**
 * Enters a business by hand. One that is known already is found, and learns what was typed. Throws 409 for whoever
 * asked to be left alone.
 */
export function enterLead(typed: Typed, acting: Acting): Promise<Taken & { leadId: number }> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const taken = await takeFindingIn(trx, asFinding(typed, randomUUID()), { actor: acting.actor })
    if (taken.outcome === 'suppressed' || taken.leadId === null) throw isSuppressed()
    return { ...taken, leadId: taken.leadId }
  })
}

/**
 * Corrects a lead by hand: what is typed is believed before what any source says. Throws 404, and 409 for a lead that
 * wants to be left alone, or a number of somebody who does.
 */
export function correctLead(id: number, typed: Typed, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockLeads(trx)
    const { optedOut } = await lockedLead(id, trx)
    if (optedOut) throw leftAlone()
    const key = `lead:${id}`
    await sql(
      `insert into lead_sources (lead_id, source, key, says, first_seen_at, last_seen_at)
       values ($1, 'manual', $2, null, now(), now()) on conflict (source, key) do nothing`,
      [id, key],
      trx
    )
    const { outcome } = await takeFindingIn(trx, asFinding(typed, key), { actor: acting.actor })
    if (outcome === 'suppressed') throw isSuppressed()
  })
}

const asFinding = (typed: Typed, key: string): Finding => ({
  ...typed,
  ...{ source: 'manual', key, locality: null, location: null, makes: [], brands: [], signs: {} },
  ...{ seenAt: new Date(), evidence: [], expiresAt: null },
})
