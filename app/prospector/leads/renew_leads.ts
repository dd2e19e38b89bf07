import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { projectLead } from '#app/prospector/leads/project_lead'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

/** Makes leads again from what their sources say now, and scores them. */
export async function renewLeads(ids: number[], trx: TransactionClientContract): Promise<void> {
  for (const id of ids) await projectLead(id, trx)
  if (ids.length > 0) await rescoreLeads(ids, { trx })
}
