import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { ClaimLost } from '#app/platform/jobs/job_run'
import { defineTask } from '#app/platform/schedule/task'
import type { TaskRun } from '#app/platform/schedule/task_run'
import { QUICK } from '#tests/platform_faults/test_jobs'

export const TICK_SECONDS = 2
const STEPS = 8

const effect = (run: TaskRun) =>
  db.transaction(async (trx) => {
    await run.complete(trx)
    await sql(
      'insert into tests.effects (key, pid) values ($1, $2)',
      [run.slot.toISOString(), process.pid],
      trx
    )
  })

export const tickingTask = defineTask({
  name: 'test-ticking',
  cron: `*/${TICK_SECONDS} * * * * *`,
  options: QUICK,
  handle: effect,
})

/** Many fenced steps; a worker that lost the run learns it at its next write. */
export const steppingTask = defineTask({
  name: 'test-stepping',
  cron: '0 0 * * *',
  options: QUICK,
  async handle(run) {
    await sql('insert into tests.starts (key, pid) values ($1, $2)', ['stepping', process.pid])
    try {
      for (let step = 0; step < STEPS; step++) {
        await sleep(500)
        await db.transaction((trx) => run.fence(trx))
      }
      await effect(run)
    } catch (error) {
      if (error instanceof ClaimLost) {
        await sql('insert into tests.starts (key, pid) values ($1, $2)', ['refused', process.pid])
      }
      throw error
    }
  },
})

/** Fails every time. */
export const failingTask = defineTask({
  name: 'test-failing',
  cron: '0 0 * * *',
  options: { ...QUICK, attempts: 1 },
  async handle() {
    throw new Error('no luck')
  },
})
