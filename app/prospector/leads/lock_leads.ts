import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { wasMerged } from '#app/prospector/leads/lead_refusals'
import type { LeadStatus } from '#app/prospector/leads/lead_status'

export type LockedLead = {
  id: number
  status: LeadStatus
  optedOut: boolean
  customerId: number | null
}

/** Whoever changes what leads are made of holds this until the end of `trx`. */
export const lockLeads = (trx: TransactionClientContract) =>
  sql(`select pg_advisory_xact_lock(hashtext('leads'))`, [], trx)

/** A lead that is worked on until the end of `trx`. Throws 404, and 409 for one that was merged into another. */
export async function lockedLead(id: number, trx: TransactionClientContract): Promise<LockedLead> {
  const [lead] = await sql<LockedLead & { mergedInto: number | null }>(
    `select id, status, opted_out as "optedOut", customer_id as "customerId", merged_into as "mergedInto"
     from leads where id = $1 for update`,
    [id],
    trx
  )
  if (!lead) throw notFound('lead')
  if (lead.mergedInto !== null) throw wasMerged(lead.mergedInto)
  return lead
}
