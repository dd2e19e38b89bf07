import { defineTask } from '#app/platform/schedule/task'
import { forgetCached } from '#app/prospector/leads/forget_cached'

/** What Google said is forgotten within the hour in which it expires. */
export const forgetCachedTask = defineTask({
  name: 'prospector.forget_cached',
  cron: '20 * * * *',
  async handle() {
    await forgetCached()
  },
})
