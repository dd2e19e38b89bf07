import { defineJob } from '#app/platform/jobs/job'
import { effectOnce } from '#tests/platform_faults/test_jobs'

/** Known to the new release only: old workers do not import this file. */
export const newJob = defineJob<{ key: string }>({
  name: 'test.new',
  handle: (run) => effectOnce(run, run.data.key),
})
