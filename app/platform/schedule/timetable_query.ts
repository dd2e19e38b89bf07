import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { nextSlot } from '#app/platform/schedule/slots'
import type { Task } from '#app/platform/schedule/task'

export type Run = {
  state: 'queued' | 'running' | 'done' | 'failed'
  startedAt: Date
  finishedAt: Date | null
  /** Of work alone, without waiting for a worker; unknown once its job has been forgotten. */
  seconds: number | null
  error: string | null
}

export type PlannedTask = { name: string; cron: string; nextAt: Date; lastRun?: Run }

type Row = Run & { task: string }

/** The timetable: when each task runs next, and how it went last. */
export async function timetableQuery(tasks: readonly Task[], now: Date): Promise<PlannedTask[]> {
  const rows = await sql<Row>(LAST_RUNS, [tasks.map(({ name }) => name)])
  const runs = new Map(rows.map(({ task, ...run }) => [task, run]))
  return tasks
    .map(({ name, cron, zone }) => ({
      name,
      cron,
      nextAt: nextSlot(cron, zone, now),
      lastRun: runs.get(name),
    }))
    .sort((one, other) => one.nextAt.getTime() - other.nextAt.getTime())
}

/** A run that ended in the moment it was planned only began a timetable: nothing ran. */
const LAST_RUNS = `
  select distinct on (run.task) run.task,
    case when run.state = 'queued' and job.state = 'active' then 'running' else run.state end as state,
    coalesce(job.started_on, run.queued_at) as "startedAt", run.finished_at as "finishedAt",
    extract(epoch from run.finished_at - job.started_on)::float8 as seconds, run.error
  from scheduled_runs run
  left join ${JOBS_SCHEMA}.job on job.name = 'task.' || run.task and job.id = run.job_id
  where run.task = any($1) and run.finished_at is distinct from run.queued_at
  order by run.task, run.slot desc`
