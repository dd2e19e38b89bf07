import { sql } from '#app/platform/database/sql'
import { forgetInBatches } from '#app/prospector/leads/forget_in_batches'

/** So long a business is kept that nobody works and no source tells of any more. */
const KEPT_FOR = '24 months'
const BATCH = 200

/**
 * Forgets leads, with all that was merged into them, that nobody has worked and no source has told of for 24 months.
 * Customers stay, and so do those who asked to be left alone. Returns how many went.
 */
export function forgetUnanswered(): Promise<number> {
  return forgetInBatches(async (trx) => {
    const leads = await sql<{ id: number }>(UNANSWERED, [KEPT_FOR, BATCH], trx)
    const ids = leads.map(({ id }) => id)
    // Lists that were imported remember what they said.
    await sql(
      `delete from lead_import_changes
       where source_id in (select s.id from lead_sources s where s.lead_id = any ($1))`,
      [ids],
      trx
    )
    await sql('delete from leads where id = any ($1) or merged_into = any ($1)', [ids], trx)
    return ids.length
  })
}

const UNANSWERED = /* sql */ `
  select l.id from leads l
  where l.merged_into is null and l.customer_id is null and not l.opted_out and l.created_at < now() - $1::interval
    and not exists (select from lead_sources s where s.lead_id = l.id and s.last_seen_at >= now() - $1::interval)
    and not exists (
      select from leads m join lead_events e on e.lead_id = m.id
      where (m.id = l.id or m.merged_into = l.id) and e.kind <> 'found' and e.at >= now() - $1::interval)
    and not exists (
      select from leads m join lead_tasks t on t.lead_id = m.id
      where (m.id = l.id or m.merged_into = l.id) and t.done_at is null and t.due_on >= day_in_tunis())
  order by l.id limit $2`
