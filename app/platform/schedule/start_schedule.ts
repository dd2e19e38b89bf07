import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import { Worker } from 'adonisjs-scheduler'
import { queueSlots } from '#app/platform/schedule/queue_slots'
import { definedTasks } from '#app/platform/schedule/task'

const LOOK_EVERY_MS = 20_000

/**
 * Watches the timetable until `stop` is called. A tick does no work: it only asks the database
 * which slot is due. Ticks come at any time, or not at all, on a node whose clock is wrong (after a
 * clock was set back, the scheduler is silent until it has caught up), so that all tasks are also
 * looked at when the worker starts and every `lookEveryMs`, by a timer that no clock disturbs.
 */
export async function startSchedule(
  lookEveryMs = LOOK_EVERY_MS
): Promise<{ stop(): Promise<void> }> {
  const scheduler = await app.container.make('scheduler')
  for (const task of definedTasks()) {
    scheduler
      .call(() => queueSlots([task]))
      .cron(task.cron)
      .timezone(task.zone)
  }
  const worker = new Worker(app)
  await worker.start()

  const failed = (error: unknown) => logger.error({ err: error }, 'timetable was not looked at')
  const timer = setInterval(() => queueSlots(definedTasks()).catch(failed), lookEveryMs)
  await queueSlots(definedTasks())

  return {
    async stop() {
      clearInterval(timer)
      await worker.stop()
    },
  }
}
