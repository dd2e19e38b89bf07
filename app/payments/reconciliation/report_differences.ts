import db from '@adonisjs/lucid/services/db'
import { queueMail } from '#app/platform/mail/queue_mail'
import DifferencesMail from '#app/payments/mails/differences_mail'
import type { Reconciliation } from '#app/payments/reconciliation/reconcile_statement'
import { staffWhoMay } from '#app/staff/members/staff_who_may'

/** Mails the differences of a day to whoever may pay money back: they look after it. Returns to how many. */
export async function reportDifferences(reconciliation: Reconciliation): Promise<number> {
  if (reconciliation.differences.length === 0) return 0
  const readers = await staffWhoMay('payments:refund')
  await db.transaction(async (trx) => {
    for (const member of readers) await queueMail(new DifferencesMail(member, reconciliation), trx)
  })
  return readers.length
}
