import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MailResponse } from '@adonisjs/mail'
import type { MailTransportContract, NodeMailerMessage } from '@adonisjs/mail/types'
import { sql } from '#app/platform/database/sql'
import { recipientsOf, senderOf } from '#app/platform/mail/envelope'

/**
 * Without an SMTP server mails are not sent but kept: in the database, where
 * the back office shows them, and as files that open in any browser.
 */
export class KeptMailTransport implements MailTransportContract {
  constructor(readonly directory: string) {}

  async send(message: NodeMailerMessage): Promise<MailResponse<{ id: number }>> {
    const [{ id }] = await sql<{ id: number }>(
      `insert into kept_mails (sender, recipients, subject, text_body, html_body)
       values ($1, $2, $3, $4, $5) returning id`,
      [
        senderOf(message),
        recipientsOf(message),
        message.subject ?? '',
        body(message.text),
        body(message.html),
      ]
    )
    await mkdir(this.directory, { recursive: true })
    const content = body(message.html) ?? `<pre>${body(message.text) ?? ''}</pre>`
    await writeFile(join(this.directory, `${String(id).padStart(6, '0')}.html`), content)
    return new MailResponse(`kept-${id}`, { from: false, to: [] }, { id })
  }
}

type Body = NodeMailerMessage['html']

function body(content: Body): string | null {
  return typeof content === 'string' ? content : null
}
