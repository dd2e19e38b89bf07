import { randomUUID } from 'node:crypto'
import { connect } from 'amqplib'
import { deadQueueOf } from '#app/platform/events/broker/topology'
import { TcpProxy } from '#tests/faults/tcp_proxy'

/** A line to the real RabbitMQ that tests may cut, and a queue name of our own there. */
export async function brokerLine() {
  const direct = new URL(process.env.RABBITMQ_URL!)
  const proxy = await TcpProxy.start({ host: direct.hostname, port: Number(direct.port || 5672) })
  const cuttable = new URL(direct)
  cuttable.hostname = '127.0.0.1'
  cuttable.port = String(proxy.port)
  const queue = `test.${randomUUID()}`
  return { proxy, queue, url: cuttable.href, directUrl: direct.href }
}

/** What lies in the dead queue. */
export async function countDead(url: string, queue: string): Promise<number> {
  return withChannel(url, async (channel) => {
    const { messageCount } = await channel.checkQueue(deadQueueOf(queue))
    return messageCount
  })
}

/** Whether somebody consumes the queue already. */
export async function isConsumed(url: string, queue: string): Promise<boolean> {
  try {
    return await withChannel(url, async (channel) => {
      channel.on('error', () => {})
      const { consumerCount } = await channel.checkQueue(queue)
      return consumerCount > 0
    })
  } catch (error) {
    if (String(error).includes('NOT_FOUND')) return false
    throw error
  }
}

export async function deleteQueues(url: string, queue: string): Promise<void> {
  await withChannel(url, async (channel) => {
    await channel.deleteQueue(queue)
    await channel.deleteQueue(deadQueueOf(queue))
  })
}

type Channel = Awaited<ReturnType<Awaited<ReturnType<typeof connect>>['createChannel']>>

async function withChannel<T>(url: string, use: (channel: Channel) => Promise<T>): Promise<T> {
  const connection = await connect(url)
  try {
    return await use(await connection.createChannel())
  } finally {
    await connection.close()
  }
}
