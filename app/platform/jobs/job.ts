import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Acting } from '#app/platform/database/act_as'
import type { JobRun } from '#app/platform/jobs/job_run'

export interface JobOptions {
  /** All tries, the first included. After the last one the job goes to the dead letters. */
  attempts: number
  /** Pause before the second try, in seconds; later ones double and are jittered. */
  firstPauseSeconds: number
  /** A try that takes longer is given up and repeated. */
  timeoutSeconds: number
  /** A worker that shows no life for so long has lost the job. At least 10. */
  silentSeconds: number
  /** Jobs of this name that one worker process runs at once. */
  concurrency: number
  /**
   * `each` runs every job; `one per key` refuses a second one while the first waits or runs;
   * `in order per key` runs the jobs of a key one after the other, as they were enqueued.
   */
  queueing: 'each' | 'one per key' | 'in order per key'
  /** More may not wait: enqueueing then fails, so that producers slow down. */
  mostWaiting: number
}

/** Work that a row asks for and that is not finished. `key` names the row. */
interface Leftover<Data> {
  data: Data
  key: string
}

/** A kind of background work: its name is the name of its queue. */
export interface Job<Data extends object = object> {
  readonly name: string
  readonly options: JobOptions
  /** Does the work. May run again after a crash: see `JobRun` for how effects stay single. */
  handle(run: JobRun<Data>): Promise<void>
  /** Tells the row that staff have taken its job back, in the same commit; without it the next sweep leaves another job. */
  cancelled?(data: Data, acting: Acting, trx: TransactionClientContract): Promise<void>
  /** Rows that should have a job by now; the sweeper enqueues one for each. */
  leftovers?(): Promise<Leftover<Data>[]>
}

const DEFAULTS: JobOptions = {
  attempts: 5,
  firstPauseSeconds: 2,
  timeoutSeconds: 300,
  silentSeconds: 30,
  concurrency: 2,
  queueing: 'each',
  mostWaiting: 100_000,
}

const jobs = new Map<string, Job>()

/**
 * Adds a kind of work to the table of jobs and returns it, to be passed to `enqueue`. Every process
 * that enqueues or runs it imports the same definition.
 */
export function defineJob<Data extends object>(
  definition: Omit<Job<Data>, 'options'> & { options?: Partial<JobOptions> }
): Job<Data> {
  if (jobs.has(definition.name)) throw new Error(`two jobs are named ${definition.name}`)
  const job = { ...definition, options: { ...DEFAULTS, ...definition.options } }
  if (job.leftovers && job.options.queueing !== 'one per key') {
    throw new Error(`${job.name} has leftovers, so its queueing must be "one per key"`)
  }
  jobs.set(job.name, job)
  return job
}

/** Every job this process knows. */
export const definedJobs = (): Job[] => [...jobs.values()]
