import { sql } from '#app/platform/database/sql'
import { forgetInBatches } from '#app/prospector/leads/forget_in_batches'
import { renewLeads } from '#app/prospector/leads/renew_leads'

const BATCH = 200

/** Forgets what sources said that may not be kept any longer: the place id stays. Returns of how many leads. */
export function forgetCached(): Promise<number> {
  return forgetInBatches(async (trx) => {
    const rows = await sql<{ leadId: number }>(
      `update lead_sources set says = null where id in (
         select id from lead_sources where says is not null and expires_at <= now() order by expires_at limit ${BATCH})
       returning lead_id as "leadId"`,
      [],
      trx
    )
    const ids = [...new Set(rows.map(({ leadId }) => leadId))]
    await renewLeads(ids, trx)
    return ids.length
  })
}
