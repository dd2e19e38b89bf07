import { createBoss } from '#app/platform/jobs/boss'
import { definedJobs, type JobOptions } from '#app/platform/jobs/job'
import type { PgBoss, QueueOptions } from 'pg-boss'

/** Where jobs go that failed for the last time, until somebody looks at them. */
export const DEAD_LETTERS = 'dead_letters'

const DAY = 86_400
/** As long as pg-boss can: a job that nobody runs is an alert (`job_age_seconds`), never a loss. */
const KEEP_WAITING = 365 * DAY
const KEEP_FINISHED = 7 * DAY

const POLICY = {
  'each': 'standard',
  'one per key': 'exclusive',
  'in order per key': 'key_strict_fifo',
} as const

/**
 * Creates or migrates pg-boss's schema and the queue of every defined job. Run it where migrations
 * run, under the same lock.
 */
export async function preparePgBoss(): Promise<void> {
  const boss = createBoss({ migrate: true, createSchema: true, supervise: false, max: 2 })
  await boss.start()
  try {
    await createQueues(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Creates what is missing and brings the options of the rest up to date. */
export async function createQueues(boss: PgBoss): Promise<void> {
  const queues = await boss.getQueues()
  const known = new Set(queues.map((queue) => queue.name))
  if (!known.has(DEAD_LETTERS)) {
    await boss.createQueue(DEAD_LETTERS, { retentionSeconds: KEEP_WAITING })
  }
  for (const { name, options } of definedJobs()) {
    const settings = settingsOf(options)
    if (known.has(name)) await boss.updateQueue(name, settings)
    else await boss.createQueue(name, { ...settings, policy: POLICY[options.queueing] })
  }
}

const settingsOf = (
  options: JobOptions
): QueueOptions & { deadLetter: string; notify: boolean } => ({
  retryLimit: options.attempts - 1,
  retryDelay: options.firstPauseSeconds,
  retryBackoff: true,
  retryDelayMax: 3_600,
  expireInSeconds: options.timeoutSeconds,
  heartbeatSeconds: options.silentSeconds,
  retentionSeconds: KEEP_WAITING,
  deleteAfterSeconds: KEEP_FINISHED,
  deadLetter: DEAD_LETTERS,
  notify: true,
})
