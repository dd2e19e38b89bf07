import { sql } from '#app/platform/database/sql'
import { defineJob } from '#app/platform/jobs/job'
import { defineTask } from '#app/platform/schedule/task'
import { rescoreLeads } from '#app/prospector/score/rescore_leads'

const BATCH = 500

/** Scores all leads by the rules that count, some at a time. Returns how many changed. */
export async function rescoreAll(now = new Date()): Promise<number> {
  let changed = 0
  for await (const ids of batchesOfLeads()) changed += await rescoreLeads(ids, { now })
  return changed
}

/** All leads by their id, some at a time. */
async function* batchesOfLeads(): AsyncGenerator<number[]> {
  for (let after = 0; ;) {
    const batch = await sql<{ id: number }>(
      `select id from leads where id > $1 and merged_into is null order by id limit ${BATCH}`,
      [after]
    )
    if (batch.length === 0) return
    yield batch.map(({ id }) => id)
    after = batch.at(-1)!.id
  }
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
defineTask({
  name: 'prospector.rescore_daily',
  cron: '30 1 * * *',
  options: { timeoutSeconds: 900 },
  async handle() {
    await rescoreAll()
  },
})
