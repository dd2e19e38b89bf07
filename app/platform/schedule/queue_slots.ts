import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { enqueue } from '#app/platform/jobs/enqueue'
import { newestSlot } from '#app/platform/schedule/slots'
import type { Task } from '#app/platform/schedule/task'

/**
 * Sees to it that the newest slot of each task, by the clock of the database, has its run. Any
 * number of nodes may do this at any time: whoever inserts the row queues the job, in one commit.
 */
export async function queueSlots(tasks: readonly Task[]): Promise<void> {
  const [{ now }] = await sql<{ now: Date }>('select now() as now')
  const latest = await latestRuns(tasks)
  for (const task of tasks) {
    const slot = newestSlot(task.cron, task.zone, now)
    const last = latest.get(task.name)
    if (!slot || (last && last >= slot)) continue
    if (last) await queueRun(task, slot)
    else await beginTimetable(task, slot)
  }
}

async function latestRuns(tasks: readonly Task[]) {
  const rows = await sql<{ task: string; slot: Date }>(
    'select task, max(slot) as slot from scheduled_runs where task = any($1) group by task',
    [tasks.map((task) => task.name)]
  )
  return new Map(rows.map(({ task, slot }) => [task, slot]))
}

/** A run covers the time since the slot before it, however long the workers were off. */
async function queueRun(task: Task, slot: Date) {
  await db.transaction(async (trx) => {
    // A node that was paused here must not plan a slot older than what others planned meanwhile.
    await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [task.job.name], trx)
    const jobId = randomUUID()
    const [run] = await sql<{ since: Date }>(
      `insert into scheduled_runs (task, slot, job_id)
       select $1, $2, $3 from (select max(slot) from scheduled_runs where task = $1) as known (last)
       where last < $2
       returning (select max(slot) from scheduled_runs where task = $1) as since`,
      [task.name, slot, jobId],
      trx
    )
    if (!run) return
    const data = { task: task.name, slot: slot.toISOString(), since: run.since.toISOString() }
    await enqueue(task.job, data, { trx, id: jobId })
  })
}

/** A task that is new here begins with its next slot: the last one was before its time. */
async function beginTimetable(task: Task, slot: Date) {
  await sql(
    `insert into scheduled_runs (task, slot, job_id, state, finished_at)
     values ($1, $2, $3, 'done', now()) on conflict do nothing`,
    [task.name, slot, randomUUID()]
  )
}
