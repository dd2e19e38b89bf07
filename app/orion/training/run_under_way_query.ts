import { sql } from '#app/platform/database/sql'

/** A run of Orion that waits for a worker or is at work: since when, and how far it is once it has begun. */
type RunUnderWay = {
  task: 'orion_train' | 'orion_forecast'
  since: Date
  progress: { phase: string; done: number; total: number } | null
}

/** What Orion does at this moment, and whether the last learning failed. Nothing waits most of the time. */
export async function runUnderWayQuery(): Promise<{ run: RunUnderWay | null; failed: boolean }> {
  const [[run = null], [last]] = await Promise.all([
    sql<RunUnderWay>(
      `select r.task, r.queued_at as since,
         case when p.at >= r.queued_at then json_build_object('phase', p.phase, 'done', p.done, 'total', p.total) end as progress
       from scheduled_runs r left join forecast_progress p on true
       where r.task in ('orion_train', 'orion_forecast') and r.state = 'queued' order by r.queued_at limit 1`
    ),
    sql<{ failed: boolean }>(
      `select state = 'failed' as failed from scheduled_runs where task = 'orion_train' order by slot desc limit 1`
    ),
  ])
  return { run, failed: last?.failed ?? false }
}
