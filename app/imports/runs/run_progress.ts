import logger from '@adonisjs/core/services/logger'
import type { ImportListener } from '#app/imports/runs/carry_out_run'
import { sql } from '#app/platform/database/sql'

const EVERY_MS = 500

/** Leaves in the run how far it has come, for whoever looks at its page. */
export class RunProgress implements ImportListener {
  #at = 0

  constructor(private readonly id: number) {}

  understood() {}
  resuming() {}
  waiting() {}

  staging = (rows: number) =>
    this.#tell('update import_runs set rows_read = $2, updated_at = now() where id = $1', [rows])

  /** An import commits its progress with its rows; only a dry run has to tell. */
  applying = (applied: number, total: number) =>
    this.#tell(
      `update import_runs set rows_applied = $2, rows_staged = $3, updated_at = now()
       where id = $1 and state = 'checking'`,
      [applied, total]
    )

  /** Whoever started it has confirmed what it does to prices. */
  confirm = () => Promise.resolve(true)

  /** Nobody waits for it: the next one is as good. */
  #tell(statement: string, values: number[]) {
    if (Date.now() - this.#at < EVERY_MS) return
    this.#at = Date.now()
    sql(statement, [this.id, ...values]).catch((error: unknown) =>
      logger.warn({ err: error, import: this.id }, 'progress of an import was not kept')
    )
  }
}
