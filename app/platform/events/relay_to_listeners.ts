import type pg from 'pg'
import env from '#start/env'
import {
  definedListeners,
  eventJobId,
  orderingKey,
  type Listener,
} from '#app/platform/events/listener'
import { EVENT_COLUMNS, type OutboxEvent } from '#app/platform/events/outbox'
import { enqueueAll } from '#app/platform/jobs/enqueue'

const BATCH = 500

/** Without a broker nothing is owed to it, so events that happen then are never sent later. */
const MARK = env.get('RABBITMQ_URL')
  ? 'update outbox set relayed_at = now() where id = any($1)'
  : 'update outbox set relayed_at = now(), published_at = now() where id = any($1)'

/**
 * Turns the next events into one job per listener: jobs and mark are one commit, so each event is
 * told exactly once. Returns whether there may be more. An error leaves the transaction to the end
 * of its connection.
 */
export async function relayToListeners(connection: pg.Client): Promise<boolean> {
  await connection.query('begin')
  const { rows: events } = await connection.query<OutboxEvent>(
    `select ${EVENT_COLUMNS} from outbox where relayed_at is null order by id limit $1`,
    [BATCH]
  )
  for (const listener of definedListeners()) await tell(listener, events, connection)
  if (events.length) await connection.query(MARK, [events.map((event) => event.id)])
  await connection.query('commit')
  return events.length === BATCH
}

async function tell(listener: Listener, events: OutboxEvent[], connection: pg.Client) {
  const jobs = events
    .filter((event) => listener.types.includes(event.type))
    .map((event) => ({ id: eventJobId(event, listener), key: orderingKey(event), data: event }))
  if (!jobs.length) return
  await enqueueAll(listener.job, jobs, {
    executeSql: (text, values) => connection.query(text, values),
  })
}
