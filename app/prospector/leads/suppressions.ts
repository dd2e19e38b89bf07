import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { Finding } from '#app/prospector/sources/finding'

/** A way to reach somebody. */
export type Contact = { kind: 'phone' | 'email'; value: string }

/** A finding without the telephones and addresses of people who asked to be left alone. */
export async function withoutSuppressed<Found extends Pick<Finding, 'phones' | 'emails'>>(
  finding: Found,
  trx: TransactionClientContract
) {
  const contacts = contactsOf(finding)
  if (contacts.length === 0) return { finding, isSuppressed: false, suppressedLead: null }
  const found = await sql<Contact & { leadId: number | null }>(
    `select c.kind, c.value, coalesce(l.merged_into, l.id) as "leadId"
     from jsonb_to_recordset($1) as c (kind text, value text)
     join lead_suppressions s on s.hash = contact_hash(c.kind, c.value)
     left join leads l on l.id = s.lead_id`,
    [JSON.stringify(contacts)],
    trx
  )
  const gone = new Set(found.map(({ value }) => value))
  return {
    finding: {
      ...finding,
      phones: finding.phones.filter((phone) => !gone.has(phone)),
      emails: finding.emails.filter((email) => !gone.has(email)),
    },
    isSuppressed: found.length > 0,
    suppressedLead: found.find(({ leadId }) => leadId !== null)?.leadId ?? null,
  }
}

/** Remembers for ever, by their hash, that nobody wants to be reached there. */
export async function suppress(
  contacts: Contact[],
  { leadId, reason, actor }: { leadId: number | null; reason: string | null; actor: string },
  trx: TransactionClientContract
): Promise<void> {
  await sql(
    `insert into lead_suppressions (hash, kind, lead_id, reason, actor)
     select distinct on (1) contact_hash(c.kind, c.value), c.kind, $2::int, $3, $4
     from jsonb_to_recordset($1) as c (kind text, value text)
     on conflict (hash) do nothing`,
    [JSON.stringify(contacts), leadId, reason, actor],
    trx
  )
}

const contactsOf = ({ phones, emails }: Pick<Finding, 'phones' | 'emails'>): Contact[] => [
  ...phones.map((value) => ({ kind: 'phone' as const, value })),
  ...emails.map((value) => ({ kind: 'email' as const, value })),
]
