import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { connect, type Channel, type ChannelModel, type ConsumeMessage } from 'amqplib'
import { Counter } from 'prom-client'
import { sql } from '#app/platform/database/sql'
import { brokerAddress } from '#app/platform/events/broker/address'
import { ORDERING_HEADER } from '#app/platform/events/broker/publisher'
import { declareQueue, MOST_DELIVERIES } from '#app/platform/events/broker/topology'
import { Turns } from '#app/platform/events/broker/turns'
import type { OutboxEvent } from '#app/platform/events/outbox'
import { registry } from '#app/platform/observability/metrics'
import { onBehalfOf } from '#app/platform/observability/request_id'

const PREFETCH = 20
const LONGEST_PAUSE_MS = 5_000

/** Something that takes events from the broker: a name, which is its queue, and the types it wants. */
export interface Consumer<Payload extends object = object> {
  queue: string
  /** Routing keys: `order.placed`, `order.*`, `#`. */
  types: string[]
  /** Applies the event in `trx`, once: the inbox row commits with it. */
  handle(event: OutboxEvent<Payload>, trx: TransactionClientContract): Promise<void>
}

const putAside = new Counter({
  name: 'broker_messages_put_aside_total',
  help: 'Messages that failed at their last delivery and are in the dead queue, by queue',
  labelNames: ['queue'],
  registers: [registry],
})

const orderingKeyOf = ({ properties }: ConsumeMessage) =>
  String(properties.headers?.[ORDERING_HEADER] ?? properties.messageId)

/**
 * Consumes until the returned `close` is called, also when the broker is not there yet or goes
 * away. A message is acknowledged after the commit of its effects; one that fails is delivered
 * again, and put into the dead queue after five deliveries.
 */
export async function consume(url: string, consumer: Consumer): Promise<() => Promise<void>> {
  const connection = await connect(brokerAddress(url), {
    recovery: {
      waitForConnect: false,
      maxDelay: LONGEST_PAUSE_MS,
      setup: (model: ChannelModel) => subscribe(model, consumer),
    },
  })
  connection.on('disconnect', (error) => logger.warn({ err: error }, 'broker connection'))
  connection.on('error', (error) => logger.warn({ err: error }, 'broker connection'))
  return () => connection.close()
}

async function subscribe(connection: ChannelModel, consumer: Consumer) {
  // Recovery listens only after this: an error until then would end the process.
  connection.on('error', (error) => logger.warn({ err: error }, 'broker connection'))
  const channel = await connection.createChannel()
  channel.on('error', (error) => logger.warn({ err: error }, 'broker channel'))
  await declareQueue(channel, consumer.queue, consumer.types)
  await channel.prefetch(PREFETCH)
  const turns = new Turns()
  await channel.consume(consumer.queue, (message) => {
    // Without one the broker cancelled the subscription: its queue was deleted.
    if (message) turns.take(orderingKeyOf(message), () => receive(channel, consumer, message))
  })
}

async function receive(channel: Channel, consumer: Consumer, message: ConsumeMessage) {
  try {
    const { requestId } = (message.properties.headers ?? {}) as { requestId?: string }
    await onBehalfOf(requestId, () => applyOnce(consumer, message))
  } catch (error) {
    const { messageId, type } = message.properties
    logger.error({ err: error, queue: consumer.queue, messageId, type }, 'message failed')
    if (isLastDelivery(message)) putAside.inc({ queue: consumer.queue })
    return settle(() => channel.nack(message, false, true))
  }
  settle(() => channel.ack(message))
}

/** Counted as the broker counts: the first delivery is none. */
const isLastDelivery = ({ properties }: ConsumeMessage) =>
  Number(properties.headers?.['x-delivery-count'] ?? 0) >= MOST_DELIVERIES - 1

async function applyOnce(consumer: Consumer, message: ConsumeMessage) {
  const event: OutboxEvent = JSON.parse(message.content.toString())
  await db.transaction(async (trx) => {
    const [first] = await sql(
      `insert into inbox (consumer, message_id) values ($1, $2)
       on conflict do nothing returning message_id`,
      [consumer.queue, message.properties.messageId],
      trx
    )
    if (first) await consumer.handle(event, trx)
  })
}

/** On a channel that closed meanwhile nothing can be settled: the broker delivers again. */
function settle(answer: () => void) {
  try {
    answer()
  } catch (error) {
    logger.debug({ err: error }, 'channel closed before the answer')
  }
}
