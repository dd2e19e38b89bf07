import { connect } from 'amqplib'
import { brokerAddress } from '#app/platform/events/broker/address'
import { deadQueueOf } from '#app/platform/events/broker/topology'

/**
 * Moves what lies in the dead queue back to `queue`, for five deliveries more. A message leaves the
 * dead queue after the broker has confirmed its copy. Returns how many were moved.
 */
export async function replayDeadQueue(url: string, queue: string): Promise<number> {
  const connection = await connect(brokerAddress(url))
  try {
    const channel = await connection.createConfirmChannel()
    const { messageCount } = await channel.checkQueue(deadQueueOf(queue))
    for (let moved = 0; moved < messageCount; moved++) {
      const message = await channel.get(deadQueueOf(queue))
      if (!message) return moved
      const { messageId, type, contentType, headers } = message.properties
      // What the broker noted about the deliveries so far stays behind.
      const own = Object.entries(headers ?? {}).filter(([name]) => !name.startsWith('x-'))
      const properties = { messageId, type, contentType, headers: Object.fromEntries(own) }
      channel.sendToQueue(queue, message.content, { ...properties, persistent: true })
      await channel.waitForConfirms()
      channel.ack(message)
    }
    await channel.close()
    return messageCount
  } finally {
    await connection.close()
  }
}
