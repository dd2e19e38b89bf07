import { queuesQuery } from '#app/platform/jobs/queues_query'
import { mailJob } from '#app/platform/mail/mail_job'

/** How many mails wait to be handed over, and how many no server has taken at any try. */
export async function undeliveredMails(): Promise<{ waiting: number; failed: number }> {
  const queues = await queuesQuery()
  const mails = queues.find(({ name }) => name === mailJob.name)
  return { waiting: (mails?.waiting ?? 0) + (mails?.active ?? 0), failed: mails?.failed ?? 0 }
}
