import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BaseMail } from '@adonisjs/mail'
import { queueMessage } from '#app/platform/mail/mail_job'

/**
 * Sends a mail later, if and only if `trx` commits.
 * @param messageId under which readers see twice the same mail as one; unique, without brackets
 */
export async function queueMail(
  mail: BaseMail,
  trx: TransactionClientContract,
  messageId?: string
): Promise<void> {
  await mail.build()
  const { message, views } = mail.message.toObject()
  await queueMessage({ message, views }, { trx, messageId })
}
