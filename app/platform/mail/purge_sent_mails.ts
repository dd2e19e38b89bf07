import { sql } from '#app/platform/database/sql'

/** How long anybody asks whether a mail has left. */
const KEEP = '90 days'

/** Takes mails off the list that left long ago; those that nobody sent stay. */
export async function purgeSentMails(): Promise<void> {
  await sql('delete from kept_mails where sent_as is not null and kept_at < now() - $1::interval', [
    KEEP,
  ])
}
