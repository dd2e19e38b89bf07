import type { Channel } from 'amqplib'

/** Every event of the outbox goes here; its type is the routing key. */
export const EXCHANGE = 'shop.events'
/** Messages that no try could handle, by the name of the queue they come from. */
const DEAD_EXCHANGE = 'shop.events.dead'
/** Deliveries of one message before it is put aside, the first included. */
export const MOST_DELIVERIES = 5

export const deadQueueOf = (queue: string) => `${queue}.dead`

export async function declareExchanges(channel: Channel): Promise<void> {
  await channel.assertExchange(EXCHANGE, 'topic', { durable: true })
  await channel.assertExchange(DEAD_EXCHANGE, 'direct', { durable: true })
}

/**
 * A replicated queue bound to the types it wants, with its dead queue beside it. One consumer at a
 * time, or events of one thing would overtake each other. The broker counts deliveries, also those
 * that ended with the consumer's death, and moves a message to the dead queue with the same
 * guarantee with which it was published.
 */
export async function declareQueue(channel: Channel, queue: string, types: string[]) {
  await declareExchanges(channel)
  await channel.assertQueue(deadQueueOf(queue), {
    durable: true,
    arguments: { 'x-queue-type': 'quorum' },
  })
  await channel.bindQueue(deadQueueOf(queue), DEAD_EXCHANGE, queue)
  await channel.assertQueue(queue, {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-single-active-consumer': true,
      'x-delivery-limit': MOST_DELIVERIES - 1,
      'x-dead-letter-exchange': DEAD_EXCHANGE,
      'x-dead-letter-routing-key': queue,
      'x-dead-letter-strategy': 'at-least-once',
      'x-overflow': 'reject-publish',
    },
  })
  for (const type of types) await channel.bindQueue(queue, EXCHANGE, type)
}
