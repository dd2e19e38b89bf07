import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A shop whose start was killed leaves by itself: so long the next one waits for it, in milliseconds. */
const PATIENCE = 10_000

/**
 * Throws when another program stays where the shop is to listen: a build would take the ground from under a shop that
 * runs there, and its answers would be taken for ours.
 */
export async function expectFreePort(host: string, port: number) {
  for (const until = Date.now() + PATIENCE; !(await isFree(host, port)); await sleep(250)) {
    if (Date.now() > until) {
      throw new Error(
        `Port ${port} is taken, perhaps by another shop: stop it, or set another PORT`
      )
    }
  }
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false
    throw error
  }
  server.close()
  await once(server, 'close')
  return true
}
