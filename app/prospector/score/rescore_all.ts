import { defineJob } from '#app/platform/jobs/job'
import { defineTask } from '#app/platform/schedule/task'
import { batchesOfLeads } from '#app/prospector/score/preview_rules'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

/** Scores all leads by the rules that count, some at a time. Returns how many scores changed. */
export async function rescoreAll(now = new Date()): Promise<number> {
  let changed = 0
  for await (const batch of batchesOfLeads()) {
    changed += await rescoreLeads(
      batch.map(({ id }) => id),
      { now }
    )
  }
  return changed
}

/** After rules were changed. Running it again scores the same. */
export const rescoreAllJob = defineJob<{ version: number }>({
  name: 'prospector.rescore',
  options: { timeoutSeconds: 900 },
  async handle() {
    await rescoreAll()
  },
})

/** Interest fades by the day, and customers order. */
export const rescoreTask = defineTask({
  name: 'prospector.rescore_daily',
  cron: '30 1 * * *',
  options: { timeoutSeconds: 900 },
  async handle() {
    await rescoreAll()
  },
})
