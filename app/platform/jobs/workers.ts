import logger from '@adonisjs/core/services/logger'
import type { Job as Fetched, PgBoss } from 'pg-boss'
import { createBoss } from '#app/platform/jobs/boss'
import { definedJobs, type Job } from '#app/platform/jobs/job'
import { ClaimLost, JobRun } from '#app/platform/jobs/job_run'
import { createQueues } from '#app/platform/jobs/prepare'
import { releaseKeys } from '#app/platform/jobs/release_keys'
import { requestIdOf } from '#app/platform/jobs/request_mark'
import { onBehalfOf } from '#app/platform/observability/request_id'

interface WorkersOptions {
  /** How often lost claims are looked for, in seconds. */
  superviseSeconds?: number
  /** How long running jobs may finish before their signal aborts, in milliseconds. */
  patienceMs?: number
  /** And how long they have from then on; what is left is given back. */
  graceMs?: number
}

/** New jobs are announced; retries, and what was announced to nobody, are found by asking. */
const ASK_EVERY_SECONDS = 5
const DEFAULTS = { superviseSeconds: 10, patienceMs: 15_000, graceMs: 10_000 }

/** Takes and runs jobs in this process. */
export class Workers {
  readonly #stopping = new AbortController()

  private constructor(
    private readonly boss: PgBoss,
    private readonly options: Required<WorkersOptions>
  ) {}

  /** Starts taking every job that is defined in this process; other jobs are left alone. */
  static async start(options: WorkersOptions = {}): Promise<Workers> {
    const settings = { ...DEFAULTS, ...options }
    const boss = createBoss({
      max: 4,
      useListenNotify: true,
      superviseIntervalSeconds: settings.superviseSeconds,
      monitorIntervalSeconds: settings.superviseSeconds,
    })
    await boss.start()
    await createQueues(boss)
    const workers = new Workers(boss, settings)
    workers.#releaseKeys()
    for (const job of definedJobs()) {
      for (let slot = 0; slot < job.options.concurrency; slot++) await workers.#take(job)
    }
    return workers
  }

  /** Takes nothing more, lets running jobs finish, and gives back those that do not. */
  async stop(): Promise<void> {
    const { patienceMs, graceMs } = this.options
    const patience = setTimeout(() => this.#stopping.abort(), patienceMs)
    await this.boss.stop({ graceful: true, timeout: patienceMs + graceMs })
    clearTimeout(patience)
    this.#stopping.abort()
  }

  #releaseKeys() {
    const failed = (error: unknown) => logger.error({ err: error }, 'keys were not released')
    const timer = setInterval(() => releaseKeys().catch(failed), ASK_EVERY_SECONDS * 1000)
    this.#stopping.signal.addEventListener('abort', () => clearInterval(timer))
  }

  /** One place in which jobs of this kind run, one after the other. */
  async #take(job: Job) {
    const place: string = await this.boss.work<object>(
      job.name,
      { batchSize: 1, notifyPollingIntervalSeconds: ASK_EVERY_SECONDS },
      ([fetched]) => {
        // Where there was one job there may be more: asks again at once, not at the next poll.
        this.boss.notifyWorker(place)
        return this.#run(job, fetched)
      }
    )
  }

  async #run(job: Job, fetched: Fetched) {
    const signal = AbortSignal.any([fetched.signal, this.#stopping.signal])
    const requestId = requestIdOf(fetched.data)
    const attempt = fetched.retryCount + 1
    const log = logger.child({
      job: job.name,
      jobId: fetched.id,
      attempt,
      ...(requestId && { request_id: requestId }),
    })
    try {
      await onBehalfOf(requestId, () => job.handle(new JobRun(fetched, signal)))
      log.info('job done')
    } catch (error) {
      // Somebody else does it by now; pg-boss leaves a job alone that this worker no longer holds.
      if (error instanceof ClaimLost) log.warn('job was taken over')
      else log.error({ err: error }, 'job failed')
      throw error
    }
  }
}
