import { randomUUID } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Message } from '@adonisjs/mail'
import mail from '@adonisjs/mail/services/main'
import type { MailerMessenger, NodeMailerMessage } from '@adonisjs/mail/types'
import { defineJob } from '#app/platform/jobs/job'
import { enqueue } from '#app/platform/jobs/enqueue'
import { currentRequestId } from '#app/platform/observability/request_id'

/**
 * Hands one mail over, again and again while its server does not take it. At most doubled, never
 * lost: who gets it twice sees the same Message-ID.
 */
export const mailJob = defineJob<{ sealed: string }>({
  name: 'mail',
  options: { attempts: 8, firstPauseSeconds: 5, timeoutSeconds: 60 },
  async handle({ data }) {
    const message = encryption.decrypt<NodeMailerMessage>(data.sealed)
    if (!message) throw new Error('the mail was sealed with another APP_KEY')
    await mail.use().sendCompiled({ message, views: {} })
  },
})

/** What `mail.sendLater` does: the finished mail becomes a job. */
export const mailQueue: MailerMessenger = { queue: (compiled) => queueMessage(compiled) }

type Compiled = Pick<Parameters<MailerMessenger['queue']>[0], 'message' | 'views'>
type Delivery = { trx?: TransactionClientContract; messageId?: string }

/**
 * Leaves a mail as a job, sealed because it may hold a secret such as the link that sets a password;
 * as part of `trx` when there is one.
 */
export async function queueMessage({ message, views }: Compiled, delivery: Delivery = {}) {
  await Message.computeContentsFor({ message, views, sharedState: {} })
  const requestId = currentRequestId()
  const addressed: NodeMailerMessage = {
    ...message,
    messageId: `<${delivery.messageId ?? randomUUID()}@shop>`,
    headers: { ...message.headers, ...(requestId && { 'X-Request-Id': requestId }) },
  }
  await enqueue(mailJob, { sealed: encryption.encrypt(addressed) }, { trx: delivery.trx })
}
