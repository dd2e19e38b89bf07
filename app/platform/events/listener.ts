import { createHash } from 'node:crypto'
import { defineJob, type Job, type JobOptions } from '#app/platform/jobs/job'
import type { JobRun } from '#app/platform/jobs/job_run'
import type { OutboxEvent } from '#app/platform/events/outbox'

export interface Listener<Payload extends object = object> {
  readonly name: string
  readonly types: string[]
  readonly job: Job<OutboxEvent<Payload>>
}

const listeners: Listener[] = []

/**
 * Has `handle` run in the worker for every event of these types. Per aggregate one event after the
 * other; an event that fails for the last time goes to the dead letters and the next ones follow.
 * Effects happen once when `handle` calls `run.complete(trx)` in their transaction.
 */
export function listen<Payload extends object>(definition: {
  name: string
  types: string[]
  options?: Partial<Omit<JobOptions, 'queueing'>>
  handle(event: OutboxEvent<Payload>, run: JobRun<OutboxEvent<Payload>>): Promise<void>
}): Listener<Payload> {
  const job = defineJob<OutboxEvent<Payload>>({
    name: `on.${definition.name}`,
    options: { mostWaiting: Infinity, ...definition.options, queueing: 'in order per key' },
    handle: (run) => definition.handle(run.data, run),
  })
  const listener = { name: definition.name, types: definition.types, job }
  listeners.push(listener)
  return listener
}

/** Every listener this process knows. */
export const definedListeners = (): readonly Listener[] => listeners

/** Events of one thing share a key: its listener handles them in order. */
export const orderingKey = (event: OutboxEvent) => `${event.aggregate}:${event.aggregateId}`

/**
 * The id of the one job that tells `listener` of an event: relaying twice makes one job. It begins
 * with the event's number, because jobs of one moment are taken in the order of their ids
 * (RFC 9562, version 8: 48 bits event, the rest a hash). A `replay` of its own makes a job of its own.
 */
export function eventJobId(event: OutboxEvent, listener: Listener, replay = ''): string {
  const number = event.id.toString(16).padStart(12, '0')
  const hash = createHash('sha1').update(`${listener.name}:${event.id}:${replay}`).digest('hex')
  const variant = ((Number.parseInt(hash[3], 16) & 0b0011) | 0b1000).toString(16)
  return [
    number.slice(0, 8),
    number.slice(8),
    `8${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(7, 19),
  ].join('-')
}
