import logger from '@adonisjs/core/services/logger'
import { enqueue } from '#app/platform/jobs/enqueue'
import { definedJobs, type Job } from '#app/platform/jobs/job'

/**
 * Enqueues a job for every row that should have one and has not finished: whatever was lost, or
 * gave up, starts again. A job that still waits or runs is not doubled.
 */
export async function sweepLeftovers(): Promise<void> {
  for (const job of definedJobs()) await sweepJob(job)
}

/** The same for one kind of job. */
export async function sweepJob<Data extends object>(job: Job<Data>): Promise<void> {
  const leftovers = (await job.leftovers?.()) ?? []
  let enqueued = 0
  for (const { data, key } of leftovers) if (await enqueue(job, data, { key })) enqueued += 1
  if (enqueued) logger.warn({ job: job.name, enqueued }, 'leftovers enqueued again')
}
