import type { ListedJob } from '#app/platform/jobs/jobs_query'

/** A job of the list; `data` without secrets. */
export const jobItem = ({ createdAt, startsAt, ...job }: ListedJob) => ({
  ...job,
  createdAt: createdAt.toISOString(),
  startsAt: startsAt.toISOString(),
})
