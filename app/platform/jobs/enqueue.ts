import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Db } from 'pg-boss'
import { Problem } from '#app/platform/http/problem'
import { databaseOf, sender } from '#app/platform/jobs/boss'
import type { Job } from '#app/platform/jobs/job'
import { hasRoom } from '#app/platform/jobs/has_room'
import { marked } from '#app/platform/jobs/request_mark'

interface EnqueueOptions {
  /** The transaction that writes what the job is about: both happen, or neither. */
  trx?: TransactionClientContract
  /** What the job is about, for jobs that are queued per key. */
  key?: string
  /** Not before this time. */
  after?: Date
  /** Chosen by the caller so that enqueueing twice makes one job. */
  id?: string
}

/** Too many jobs of this name wait already. */
class QueueFull extends Problem {
  constructor(name: string) {
    super({
      status: 503,
      code: 'queue_full',
      title: 'Too much work is waiting',
      detail: `${name} has more waiting than it may. Try again in a minute.`,
      headers: { 'Retry-After': '60' },
    })
  }
}

/**
 * Leaves work for a worker process. Returns the id of the job, or null when it exists already.
 * @throws QueueFull when more wait than the job allows
 */
export async function enqueue<Data extends object>(
  job: Job<Data>,
  data: Data,
  { trx, key, after, id }: EnqueueOptions = {}
): Promise<string | null> {
  if (!(await hasRoom(job, trx))) throw new QueueFull(job.name)
  const boss = await sender()
  const options = { id, singletonKey: key, startAfter: after, db: databaseOf(trx) }
  return boss.send(job.name, marked(data), options)
}

/** Leaves many jobs at once, on a connection of the caller's; those that exist already are kept. */
export async function enqueueAll<Data extends object>(
  job: Job<Data>,
  items: { id?: string; key?: string; data: Data }[],
  db: Db
): Promise<void> {
  const boss = await sender()
  const inserts = items.map(({ id, key, data }) => ({ id, data, singletonKey: key }))
  await boss.insert(job.name, inserts, { db })
}
