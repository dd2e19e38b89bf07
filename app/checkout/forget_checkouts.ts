import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'

/** Deletes what was never ordered; an order keeps its session for a month, for whoever asks what happened. */
async function forgetCheckouts(): Promise<void> {
  await sql(
    `delete from checkout_sessions
     where created_at < now() - case state when 'open' then interval '2 days' else interval '30 days' end`
  )
}

defineTask({
  name: 'checkouts',
  cron: '45 3 * * *',
  handle: forgetCheckouts,
})
