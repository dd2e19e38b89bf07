import redisConfig from '#config/redis'
import { Redis } from 'ioredis'
import { TcpProxy } from '#tests/faults/tcp_proxy'

/** A client configured as the shop's, on a line to the real Redis that tests may cut. */
export async function redisLine() {
  const { host, port, db, password, username } = redisConfig.connections.main
  const proxy = await TcpProxy.start({ host, port })
  const client = new Redis({
    ...redisConfig.connections.main,
    ...{ db, password, username, host: '127.0.0.1', port: proxy.port, keyPrefix: 'test:' },
  })
  // Connection errors are the subject of these tests; a command tells of them.
  client.on('error', () => {})
  return { proxy, client }
}
