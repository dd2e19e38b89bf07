import type { CustomerErased } from '#app/customers/customer_erased'
import { keepsPersonalData } from '#app/customers/personal_data'
import { sql } from '#app/platform/database/sql'
import { leaveAlone } from '#app/prospector/leads/leave_alone'
import { suppress, type Contact } from '#app/prospector/leads/suppressions'

/** The lead that became this customer, and what was noted about it. */
const LEAD = `
  select l.name, l.segment, l.address, l.status, l.created_at as "createdAt",
    (select json_agg(json_build_object('at', e.at, 'kind', e.kind, 'data', e.data) order by e.id)
     from lead_events e where e.lead_id = l.id or e.lead_id in (select id from leads p where p.merged_into = l.id)) as events
  from leads l where l.customer_id = $1`

keepsPersonalData({ key: 'prospect', of: (customerId) => sql(LEAD, [customerId]) })

/**
 * Whoever is erased is not looked for again: the account's telephone and address are suppressed, the lead is left
 * alone, and what was noted or planned with it goes.
 */
export async function eraseLeadOfCustomer({ customerId, trx }: CustomerErased): Promise<void> {
  const leads = await sql<{ id: number }>(
    'select id from leads where customer_id = $1',
    [customerId],
    trx
  )
  const contacts = await sql<Contact>(
    `select c.kind, c.value from customers u
     cross join lateral (values ('phone', u.phone), ('email', u.email)) c (kind, value)
     where u.id = $1 and c.value is not null`,
    [customerId],
    trx
  )
  for (const { id } of leads) {
    await suppress(contacts, { leadId: id, reason: 'erased', actor: 'prospector' }, trx)
    await leaveAlone(id, { reason: 'erased', actor: 'prospector' }, trx)
    await sql(
      `with family as (select id from leads where id = $1 or merged_into = $1), tasks as (
         delete from lead_tasks where lead_id in (select id from family))
       delete from lead_events where lead_id in (select id from family) and data ? 'text'`,
      [id],
      trx
    )
  }
}
