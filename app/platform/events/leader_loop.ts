import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import pg from 'pg'
import { directAddress } from '#app/platform/database/address'

const WORK_EVERY_MS = 250
const ASK_TO_LEAD_EVERY_MS = 1_000
const RECONNECT_AFTER_MS = 1_000
const ANSWER_WITHIN_MS = 10_000
/** A leader asks for work four times a second: a connection silent for longer belongs to a stopped process. */
const LEAVE = `set idle_session_timeout = '15s'; set idle_in_transaction_session_timeout = '15s'`

/** One turn of work on the leader's connection; true when there is more to do at once. */
export type Turn = (connection: pg.Client) => Promise<boolean>

/**
 * Takes turns in one process at a time. Whoever holds the advisory lock leads, and leads on that
 * very connection: when it breaks, or its process is paused, PostgreSQL hands the lock to another,
 * and the former leader has nothing left to write with.
 */
export class LeaderLoop {
  readonly #stopping = new AbortController()
  #ended: Promise<void> = Promise.resolve()

  constructor(
    private readonly name: string,
    private readonly turn: Turn
  ) {}

  start(): this {
    this.#ended = this.#run()
    return this
  }

  /** Finishes the turn under way and gives the lock back. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#ended
  }

  async #run() {
    while (!this.#stopping.signal.aborted) {
      const connection = new pg.Client({
        ...directAddress,
        application_name: `shop ${this.name}`,
        keepAlive: true,
        connectionTimeoutMillis: ANSWER_WITHIN_MS,
        query_timeout: ANSWER_WITHIN_MS,
      })
      connection.on('error', (error) => logger.warn({ err: error }, `${this.name}: connection`))
      try {
        await this.#lead(connection)
      } catch (error) {
        logger.error({ err: error }, `${this.name} starts over`)
        await this.#rest(RECONNECT_AFTER_MS)
      } finally {
        await connection.end()
      }
    }
  }

  async #lead(connection: pg.Client) {
    await connection.connect()
    await connection.query(LEAVE)
    await this.#waitForLock(connection)

    while (!this.#stopping.signal.aborted) {
      const more = await this.turn(connection)
      if (!more) await this.#rest(WORK_EVERY_MS)
    }
  }

  async #waitForLock(connection: pg.Client) {
    while (!this.#stopping.signal.aborted) {
      const { rows } = await connection.query<{ leads: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as leads',
        [`leader of ${this.name}`]
      )
      if (rows[0].leads) return
      await this.#rest(ASK_TO_LEAD_EVERY_MS)
    }
  }

  /** Ends early when the loop stops. */
  async #rest(milliseconds: number) {
    const { signal } = this.#stopping
    try {
      await sleep(milliseconds, undefined, { signal })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}
