import type { MailTransportContract, NodeMailerMessage } from '@adonisjs/mail/types'
import { sql } from '#app/platform/database/sql'
import { recipientsOf, senderOf } from '#app/platform/mail/envelope'

/**
 * Hands mails to a server, and lists those that it took: who was written to, and when. Not what they say: it may be
 * a secret such as the link that sets a password. A mail that is handed over twice is listed once.
 */
export class ListedTransport implements MailTransportContract {
  constructor(readonly server: MailTransportContract) {}

  async send(message: NodeMailerMessage) {
    const response = await this.server.send(message)
    await sql(
      `insert into kept_mails (sender, recipients, subject, sent_as) values ($1, $2, $3, $4)
       on conflict (sent_as) do nothing`,
      [senderOf(message), recipientsOf(message), message.subject ?? '', response.messageId]
    )
    return response
  }

  async close() {
    await this.server.close?.()
  }
}
