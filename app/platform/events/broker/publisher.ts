import logger from '@adonisjs/core/services/logger'
import { connect, type ChannelModel, type ConfirmChannel } from 'amqplib'
import { brokerAddress } from '#app/platform/events/broker/address'
import { declareExchanges, EXCHANGE } from '#app/platform/events/broker/topology'
import { orderingKey } from '#app/platform/events/listener'
import type { OutboxEvent } from '#app/platform/events/outbox'

/** Names the thing an event is about: consumers keep the order of its events. */
export const ORDERING_HEADER = 'aggregate'
const CONNECT_WITHIN_MS = 5_000

/** Publishes events to the broker on one connection, opened when it is needed. */
export class BrokerPublisher {
  #connection?: ChannelModel
  #channel?: ConfirmChannel
  #returned = new Set<number>()

  constructor(private readonly url: string) {}

  /**
   * Resolves when the broker has taken responsibility for every event, in order; tells which of
   * them no queue wanted. Rejects when the broker does not confirm: all may, or may not, be there.
   */
  async publish(events: OutboxEvent[]): Promise<{ unroutable: number[] }> {
    const channel = (this.#channel ??= await this.#open())
    this.#returned.clear()
    for (const event of events) {
      channel.publish(EXCHANGE, event.type, Buffer.from(JSON.stringify(event)), {
        messageId: String(event.id),
        type: event.type,
        contentType: 'application/json',
        headers: { ...event.headers, [ORDERING_HEADER]: orderingKey(event) },
        persistent: true,
        mandatory: true,
      })
    }
    await channel.waitForConfirms()
    // The broker returns a message before it confirms it.
    return { unroutable: [...this.#returned] }
  }

  /** Drops the connection without waiting for the broker; the next `publish` opens another one. */
  close(): void {
    const connection = this.#connection
    this.#connection = this.#channel = undefined
    connection?.close().catch((error) => logger.debug({ err: error }, 'broker connection'))
  }

  async #open() {
    const connection = await connect(brokerAddress(this.url), {
      timeout: CONNECT_WITHIN_MS,
      noDelay: true,
    })
    this.#connection = connection
    connection.on('error', (error) => logger.warn({ err: error }, 'broker connection'))
    connection.on('close', () => this.close())
    const channel = await connection.createConfirmChannel()
    channel.on('error', (error) => logger.warn({ err: error }, 'broker channel'))
    channel.on('return', (message) => this.#returned.add(Number(message.properties.messageId)))
    await declareExchanges(channel)
    return channel
  }
}
