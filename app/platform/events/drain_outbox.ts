import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '#app/platform/database/sql'
import { startRelay } from '#app/platform/events/relay'

/**
 * Relays until the outbox is empty, beside a worker that may be at it already, or until `seconds`
 * have passed. Returns how many events are left.
 */
export async function drainOutbox(seconds: number): Promise<number> {
  const relay = startRelay()
  const deadline = Date.now() + seconds * 1000
  try {
    while (Date.now() < deadline && (await countLeft())) await sleep(100)
    return await countLeft()
  } finally {
    await relay.stop()
  }
}

async function countLeft() {
  const [{ left }] = await sql<{ left: number }>(
    `select (select count(*) from outbox where relayed_at is null)::int
       + (select count(*) from outbox where published_at is null and relayed_at is not null)::int
       as left`
  )
  return left
}
