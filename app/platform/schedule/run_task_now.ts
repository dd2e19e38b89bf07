import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound, Problem } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'
import { definedTasks, type Task } from '#app/platform/schedule/task'

/**
 * Runs a task out of turn: a slot of its own, now, which covers the time since the last one. It is
 * fenced like any other run. Throws 404 for a task that does not exist, 409 while one waits or runs.
 */
export async function runTaskNow(name: string, acting: Acting): Promise<void> {
  const task = definedTasks().find((one) => one.name === name)
  if (!task) throw notFound('task')
  await queueNow(task, acting)
}

function queueNow(task: Task, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    // The lock of the timetable: nobody plans a slot of this task meanwhile.
    await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [task.job.name], trx)
    const jobId = randomUUID()
    const [run] = await sql<{ slot: Date; since: Date | null }>(
      `insert into scheduled_runs (task, slot, job_id)
       select $1, date_trunc('milliseconds', clock_timestamp()), $2
       where not exists (select from scheduled_runs where task = $1 and state = 'queued')
       returning slot, (select max(slot) from scheduled_runs where task = $1) as since`,
      [task.name, jobId],
      trx
    )
    if (!run) throw alreadyRuns(task.name)
    const { slot, since } = run
    const data = {
      task: task.name,
      slot: slot.toISOString(),
      since: (since ?? slot).toISOString(),
    }
    await enqueue(task.job, data, { trx, id: jobId })
    await recordAct(trx, { action: 'started', entity: 'tasks', entityId: task.name })
  })
}

const alreadyRuns = (name: string) =>
  new Problem({
    status: 409,
    code: 'already_running',
    title: 'This task is at work',
    detail: `${name} waits or runs already. Look again when it has ended.`,
  })
