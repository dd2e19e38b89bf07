import logger from '@adonisjs/core/services/logger'
import type pg from 'pg'
import { BrokerPublisher } from '#app/platform/events/broker/publisher'
import { EVENT_COLUMNS, type OutboxEvent } from '#app/platform/events/outbox'
import { dependency, type Dependency } from '#app/platform/resilience/dependency'

const BATCH = 500
const CONFIRM_WITHIN_MS = 10_000
/** A broker that is back is found within so long. */
const LONGEST_REST_MS = 5_000

/** Sends what the outbox owes to the broker. */
export class RelayToBroker {
  readonly #publisher: BrokerPublisher
  readonly #broker: Dependency

  constructor(url: string) {
    this.#publisher = new BrokerPublisher(url)
    this.#broker = dependency('rabbitmq', {
      timeoutMs: CONFIRM_WITHIN_MS,
      restMs: 1_000,
      maxRestMs: LONGEST_REST_MS,
    })
  }

  /**
   * Publishes the next events and marks what was confirmed; returns whether there may be more. No
   * transaction is open meanwhile: a crash in between publishes again, under the same message id.
   */
  async turn(connection: pg.Client): Promise<boolean> {
    const { rows: events } = await connection.query<OutboxEvent>(
      `select ${EVENT_COLUMNS} from outbox where published_at is null order by id limit $1`,
      [BATCH]
    )
    if (!events.length) return false
    const unroutable = await this.#publish(events)
    if (!unroutable) return false

    await connection.query(
      'update outbox set published_at = now(), unroutable = id = any($2) where id = any($1)',
      [events.map((event) => event.id), unroutable]
    )
    return events.length === BATCH
  }

  stop(): void {
    this.#publisher.close()
  }

  /** What no queue wanted, or nothing while the broker does not confirm. */
  async #publish(events: OutboxEvent[]) {
    try {
      const { unroutable } = await this.#broker.call(() => this.#publisher.publish(events))
      if (unroutable.length) logger.warn({ unroutable }, 'no queue is bound to these events')
      return unroutable
    } catch (error) {
      this.#publisher.close()
      logger.warn({ err: error, events: events.length }, 'the broker did not confirm')
      return undefined
    }
  }
}
