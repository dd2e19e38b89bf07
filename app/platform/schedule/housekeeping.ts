import { sql } from '#app/platform/database/sql'
import { purgeEvents } from '#app/platform/events/purge_events'
import { sweepLeftovers } from '#app/platform/jobs/sweep'
import { sweepTokenBuckets } from '#app/platform/limits/postgres_buckets'
import { purgeSentMails } from '#app/platform/mail/purge_sent_mails'
import { sweepRuns } from '#app/platform/schedule/sweep_runs'
import { defineTask } from '#app/platform/schedule/task'

/** Starts again what was lost, and tells what failed. */
export const sweep = defineTask({
  name: 'sweep',
  cron: '*/5 * * * *',
  async handle() {
    await sweepLeftovers()
    await sweepRuns()
  },
})

/** Deletes what nobody will ask for again. */
export const purge = defineTask({
  name: 'purge',
  cron: '20 3 * * *',
  async handle() {
    await sweepTokenBuckets()
    await purgeEvents()
    await purgeSentMails()
    await sql('delete from idempotency_keys where expires_at < now()')
    await sql(
      `delete from scheduled_runs run where finished_at < now() - interval '90 days' and exists (
         select from scheduled_runs newer where newer.task = run.task and newer.slot > run.slot)`
    )
  },
})
