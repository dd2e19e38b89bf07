import { listen } from '#app/platform/events/listener'
import type { OutboxEvent } from '#app/platform/events/outbox'
import type { JobRun } from '#app/platform/jobs/job_run'
import { effectOnce } from '#tests/platform_faults/test_jobs'

export interface Numbered {
  n: number
  /** Every try at it fails. */
  poison?: boolean
}

type Run = JobRun<OutboxEvent<Numbered>>

export const ledgerListener = listen<Numbered>({
  name: 'test-ledger',
  types: ['test.happened'],
  options: { attempts: 20, firstPauseSeconds: 1, silentSeconds: 10, concurrency: 4 },
  handle: (event, run) => record(event, run),
})

export const poisonListener = listen<Numbered>({
  name: 'test-poison',
  types: ['test.poison'],
  options: { attempts: 2, firstPauseSeconds: 1 },
  async handle(event, run) {
    if (event.payload.poison) throw new Error('poison')
    await record(event, run)
  },
})

const record = (event: OutboxEvent<Numbered>, run: Run) =>
  effectOnce(run, `${event.aggregateId}:${event.payload.n}`)
