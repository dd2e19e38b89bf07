import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Forgets the mails to an address: those that nobody sent, and that others have left. */
export async function forgetKeptMails(address: string, trx: TransactionClientContract) {
  await sql('delete from kept_mails where recipients = $1', [address], trx)
}
