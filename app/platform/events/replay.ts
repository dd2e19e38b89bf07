import { randomUUID } from 'node:crypto'
import { databaseOf, sender } from '#app/platform/jobs/boss'
import { DEAD_LETTERS } from '#app/platform/jobs/prepare'
import { enqueueAll } from '#app/platform/jobs/enqueue'
import {
  definedListeners,
  eventJobId,
  orderingKey,
  type Listener,
} from '#app/platform/events/listener'
import { EVENT_COLUMNS, type OutboxEvent } from '#app/platform/events/outbox'
import { sql } from '#app/platform/database/sql'
// Listeners are looked up by name.
import '#start/jobs'

const BATCH = 500

/** The listener of that name. Throws with the names there are. */
export function listenerNamed(name: string): Listener {
  const found = definedListeners().find((listener) => listener.name === name)
  if (found) return found
  const names = definedListeners().map((listener) => listener.name)
  throw new Error(`no listener is named ${name}; there are: ${names.join(', ') || 'none'}`)
}

/** Gives dead letters of these listeners their tries again. Returns how many. */
export async function replayDeadLetters(
  listeners: readonly Listener[] = definedListeners()
): Promise<number> {
  const boss = await sender()
  let replayed = 0
  for (const { job } of listeners) {
    const batch = { sourceName: job.name, limit: BATCH }
    for (let moved = BATCH; moved === BATCH; replayed += moved) {
      moved = await boss.redrive(DEAD_LETTERS, batch)
    }
  }
  return replayed
}

/** Tells one listener every event of its types since then, again or for the first time. */
export async function replaySince(listener: Listener, since: Date): Promise<number> {
  const replay = randomUUID()
  let replayed = 0
  for (let last = 0, read = BATCH; read === BATCH; replayed += read) {
    const events = await sql<OutboxEvent>(
      `select ${EVENT_COLUMNS} from outbox
        where id > $1 and created_at >= $2 and type = any($3) and relayed_at is not null
        order by id limit $4`,
      [last, since, listener.types, BATCH]
    )
    const jobs = events.map((event) => ({
      id: eventJobId(event, listener, replay),
      key: orderingKey(event),
      data: event,
    }))
    if (jobs.length) await enqueueAll(listener.job, jobs, databaseOf())
    read = events.length
    last = events.at(-1)?.id ?? last
  }
  return replayed
}

/** Sends what no queue wanted to the broker again, for the queues there are now. */
export async function replayUnroutable(): Promise<number> {
  const events = await sql(
    'update outbox set published_at = null, unroutable = false where unroutable returning id'
  )
  return events.length
}
