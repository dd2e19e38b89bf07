import logger from '@adonisjs/core/services/logger'
import pg from 'pg'
import { directAddress } from '#app/platform/database/address'
import { sql } from '#app/platform/database/sql'

/** Notifications may be lost with their connection: the table is read this often all the same. */
const POLL = 1_000
const RECONNECT = 1_000

const epochs = new Map<string, number>()

/** When what the tag stands for changed last, in microseconds, as far as this process knows. */
export const epochOf = (tag: string) => epochs.get(tag) ?? 0

/**
 * Follows `cache_epochs`: by notification, at once, and by reading it every
 * second. Started once per process that answers requests; call the returned
 * function to stop.
 */
export async function watchEpochs(): Promise<() => Promise<void>> {
  let listener: pg.Client | undefined
  let stopped = false

  const listen = async () => {
    const client = new pg.Client(directAddress)
    client.on('notification', () => void refreshEpochs().catch(report))
    client.on('error', report)
    client.once('end', () => {
      if (!stopped) setTimeout(() => listen().catch(report), RECONNECT).unref()
    })
    await client.connect()
    await client.query('listen cache_epochs')
    listener = client
  }

  await refreshEpochs()
  await listen()
  const poll = setInterval(() => void refreshEpochs().catch(report), POLL)
  return async () => {
    stopped = true
    clearInterval(poll)
    await listener?.end()
  }
}

/** Reads every epoch: call it after a commit to see one's own write at once. */
export async function refreshEpochs() {
  const rows = await sql<{ tag: string; epoch: number }>('select tag, epoch from cache_epochs')
  for (const { tag, epoch } of rows) epochs.set(tag, epoch)
}

/** The cache goes stale for a moment at most; answers still expire by age. */
function report(error: Error) {
  logger.warn({ err: error }, 'cache epochs cannot be read')
}
