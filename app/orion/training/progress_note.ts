import logger from '@adonisjs/core/services/logger'
import type { Progress } from '#app/orion/threads/in_thread'
import { sql } from '#app/platform/database/sql'

const EVERY_MS = 1_000

/** Notes how far a run is where pages can read it: each phase when it begins, and once a second. */
export class ProgressNote {
  #phase = ''
  #at = 0
  #writing: Promise<unknown> = Promise.resolve()

  readonly note = (progress: Progress) => {
    const now = performance.now()
    if (progress.phase === this.#phase && now - this.#at < EVERY_MS) return
    this.#phase = progress.phase
    this.#at = now
    // Runs do not wait for their notes, nor end with one that is lost: another follows.
    this.#writing = this.#writing.then(() => write(progress)).catch(report)
  }

  /** Once all notes are written. */
  settled(): Promise<unknown> {
    return this.#writing
  }
}

const write = ({ phase, done, total }: Progress) =>
  sql(
    `insert into forecast_progress (phase, done, total) values ($1, $2, $3)
     on conflict (only_one) do update set phase = excluded.phase, done = excluded.done, total = excluded.total, at = now()`,
    [phase, done, total]
  )

const report = (error: unknown) => logger.warn({ err: error }, 'progress cannot be noted')
