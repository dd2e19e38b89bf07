import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from '#tests/support/shop_process'

export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0

/** A Redis of our own that holds more than it may, and so refuses writes. */
export async function startFullRedis() {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'))
  const path = join(folder, 'redis.sock')
  const port = await freePort()
  const listening = ['--port', String(port), '--bind', '127.0.0.1', '--unixsocket', path]
  const server = spawn('redis-server', [...listening, '--save', ''], { stdio: 'ignore' })
  const client = new Redis({ path, retryStrategy: () => 20, maxRetriesPerRequest: null })
  // It is refused until the server listens.
  client.on('error', () => {})
  await client.set('filler', Buffer.alloc(5_000_000))
  await client.config('SET', 'maxmemory', '4mb', 'maxmemory-policy', 'noeviction')

  const stop = async () => {
    client.disconnect()
    server.kill()
    await once(server, 'exit')
    await rm(folder, { recursive: true })
  }
  return { client, url: `redis://127.0.0.1:${port}`, stop }
}
