import { defineTask } from '#app/platform/schedule/task'
import { forgetCached } from '#app/prospector/leads/forget_cached'
import { forgetUnanswered } from '#app/prospector/leads/forget_unanswered'

/** What Google said is forgotten within the hour in which it expires. */
defineTask({
  name: 'prospector.forget_cached',
  cron: '20 * * * *',
  async handle() {
    await forgetCached()
  },
})

/** What nobody needs any more is not kept. */
defineTask({
  name: 'prospector.forget_unanswered',
  cron: '10 4 * * *',
  options: { timeoutSeconds: 900 },
  async handle() {
    await forgetUnanswered()
  },
})
