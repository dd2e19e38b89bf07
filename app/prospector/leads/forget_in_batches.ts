import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { actAs } from '#app/platform/database/act_as'
import { lockLeads } from '#app/prospector/leads/lock_leads'

/**
 * Forgets batch after batch, until one finds nothing more: each in a transaction of its own that holds the leads, in
 * the name of Prospector. `forget` returns how many went; returned is how many did in all.
 */
export async function forgetInBatches(
  forget: (trx: TransactionClientContract) => Promise<number>
): Promise<number> {
  let forgotten = 0
  for (;;) {
    const leads = await db.transaction(async (trx) => {
      await actAs(trx, { actor: 'prospector', source: 'job' })
      await lockLeads(trx)
      return forget(trx)
    })
    forgotten += leads
    if (leads === 0) return forgotten
  }
}
