import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { type LockedLead, lockedLead, lockLeads } from '#app/prospector/leads/lock_leads'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

/** One piece of work on a lead: whatever is done with it may make it worth more. Throws 404, and 409 for a part of another. */
export function workOnLead(
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
