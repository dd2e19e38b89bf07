import { defineJob, type Job, type JobOptions } from '#app/platform/jobs/job'
import { TaskRun } from '#app/platform/schedule/task_run'

/** What the job of a task carries: which slot it is for, and where the slot before began. */
export interface Slot {
  task: string
  slot: string
  since: string
}

/** Work that is done at planned times. */
export interface Task {
  readonly name: string
  /** Five fields: minute, hour, day, month, weekday. */
  readonly cron: string
  readonly zone: string
  readonly job: Job<Slot>
}

const ZONE = 'Africa/Tunis'
const tasks = new Map<string, Task>()

/**
 * Adds work to the timetable. Every slot runs once, on one of the workers, also when all of them
 * were off at the time; of several missed slots only the newest runs, and `run.since` tells what it
 * has to cover.
 */
export function defineTask(definition: {
  name: string
  cron: string
  zone?: string
  options?: Partial<JobOptions>
  handle(run: TaskRun): Promise<void>
}): Task {
  const { name, cron, zone = ZONE, options } = definition
  const job = defineJob<Slot>({
    name: `task.${name}`,
    options,
    async handle(jobRun) {
      const run = new TaskRun(jobRun)
      await definition.handle(run)
      await run.finish()
    },
  })
  const task = { name, cron, zone, job }
  tasks.set(name, task)
  return task
}

/** The timetable of this process. */
export const definedTasks = (): Task[] => [...tasks.values()]
