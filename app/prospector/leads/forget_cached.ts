import db from '@adonisjs/lucid/services/db'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { projectLead } from '#app/prospector/leads/project_lead'
import { lockLeads } from '#app/prospector/leads/lock_leads'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

const BATCH = 200

/** Forgets what sources said that may not be kept any longer: the place id stays. Returns of how many leads. */
export async function forgetCached(): Promise<number> {
  let forgotten = 0
  for (;;) {
    const leads = await forgetBatch()
    forgotten += leads
    if (leads === 0) return forgotten
  }
}

function forgetBatch(): Promise<number> {
  return db.transaction(async (trx) => {
    await actAs(trx, { actor: 'prospector', source: 'job' })
    await lockLeads(trx)
    const rows = await sql<{ leadId: number }>(
      `update lead_sources set says = null where id in (
         select id from lead_sources where says is not null and expires_at <= now() order by expires_at limit ${BATCH})
       returning lead_id as "leadId"`,
      [],
      trx
    )
    const ids = [...new Set(rows.map(({ leadId }) => leadId))]
    for (const id of ids) await projectLead(id, trx)
    if (ids.length > 0) await rescoreLeads(ids, { trx })
    return ids.length
  })
}
