import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { hasCustomer, isSuppressed, leftAlone } from '#app/prospector/leads/lead_refusals'
import { lockedLead, lockLeads } from '#app/prospector/leads/lock_leads'
import { noteEvent } from '#app/prospector/leads/note_event'
import { withoutSuppressed } from '#app/prospector/leads/suppressions'
import { moveLead } from '#app/prospector/leads/move_lead'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

/** Who the account is for, as they said themselves: `phone` in E.164. */
type Conversion = { fullName: string; email: string; phone: string | null }

/**
 * A lead becomes a customer: the account of that mail address, or a new one that nobody can log in to before its
 * owner has chosen a password. The lead is won. Throws 404, and 409 for a lead that has a customer or wants to be left
 * alone, and for an account that belongs to another lead.
 */
export function convertLead(
  id: number,
  input: Conversion,
  acting: Acting
): Promise<{ customerId: number }> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockLeads(trx)
    const lead = await lockedLead(id, trx)
    if (lead.optedOut) throw leftAlone()
    if (lead.customerId !== null) throw hasCustomer()
    await expectWelcome(input, trx)
    const customerId = await accountOf(input, trx)
    await sql('update leads set customer_id = $2 where id = $1', [id, customerId], trx)
    if (lead.status !== 'won') await moveLead(lead, 'won', acting.actor, trx)
    await noteEvent(
      { leadId: id, kind: 'conversion', data: { customerId }, actor: acting.actor },
      trx
    )
    await rescoreLeads([id], { trx })
    return { customerId }
  })
}

async function accountOf(
  { fullName, email, phone }: Conversion,
  trx: TransactionClientContract
): Promise<number> {
  const address = email.toLowerCase()
  await sql(
    `insert into customers (full_name, email, phone) values ($1, $2, $3) on conflict (email) do nothing`,
    [fullName, address, phone],
    trx
  )
  // Looked for afterwards: an account that somebody else was creating meanwhile is not seen by the insert itself.
  const [account] = await sql<{ id: number; isTaken: boolean }>(
    `select id, exists (select from leads where customer_id = c.id) as "isTaken" from customers c where email = $1`,
    [address],
    trx
  )
  if (account.isTaken) throw hasCustomer()
  return account.id
}

/** An account is no way around an opt-out. */
async function expectWelcome({ email, phone }: Conversion, trx: TransactionClientContract) {
  const contacts = { phones: phone ? [phone] : [], emails: [email.toLowerCase()] }
  const { isSuppressed: wantsPeace } = await withoutSuppressed(contacts, trx)
  if (wantsPeace) throw isSuppressed()
}
