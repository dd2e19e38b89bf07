import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { JobRun } from '#app/platform/jobs/job_run'
import type { Slot } from '#app/platform/schedule/task'

/** One try at one slot of a task. See `JobRun` for how its effects stay single. */
export class TaskRun {
  #finished = false

  constructor(private readonly job: JobRun<Slot>) {}

  /** The planned instant. */
  get slot(): Date {
    return new Date(this.job.data.slot)
  }

  /** The end of what the run before covered: [since, slot) is this run's share of time. */
  get since(): Date {
    return new Date(this.job.data.since)
  }

  get signal(): AbortSignal {
    return this.job.signal
  }

  /**
   * Ends the run inside `trx`, together with its effects.
   * @throws ClaimLost when another worker has taken over
   */
  async complete(trx: TransactionClientContract): Promise<void> {
    await this.job.complete(trx)
    await sql(
      `update scheduled_runs set state = 'done', finished_at = now(), error = null
        where task = $1 and slot = $2`,
      [this.job.data.task, this.slot],
      trx
    )
    this.#finished = true
  }

  /** For work in many steps: see `JobRun.fence`. */
  async fence(trx: TransactionClientContract): Promise<void> {
    await this.job.fence(trx)
  }

  /** Ends a run whose work did not. */
  async finish(): Promise<void> {
    if (!this.#finished) await db.transaction((trx) => this.complete(trx))
  }
}
