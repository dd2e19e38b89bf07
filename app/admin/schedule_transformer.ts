import type { PlannedTask } from '#app/platform/schedule/timetable_query'

/** A task of the timetable; `lastRun` is null before its first one. */
export const plannedTask = ({ name, cron, nextAt, lastRun }: PlannedTask) => ({
  name,
  cron,
  nextAt: nextAt.toISOString(),
  lastRun: lastRun
    ? {
        ...lastRun,
        startedAt: lastRun.startedAt.toISOString(),
        finishedAt: lastRun.finishedAt?.toISOString() ?? null,
      }
    : null,
})
