import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { reserveStock } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { queueSlots } from '#app/platform/schedule/queue_slots'
import { sweepRuns } from '#app/platform/schedule/sweep_runs'
import type { Task } from '#app/platform/schedule/task'
import { repeats } from '#tests/depth'
import { createLedger } from '#tests/platform_faults/test_jobs'
import { failingTask, steppingTask, TICK_SECONDS } from '#tests/platform_faults/test_tasks'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { waitUntil } from '#tests/wait_until'

const TASKS = '#tests/platform_faults/test_tasks'
const TICKS = repeats(4, 60)
const fleet = new WorkerFleet()

const count = async (from: string) => {
  const [{ n }] = await sql<{ n: number }>(`select count(*)::int as n from ${from}`)
  return n
}
const startsOf = (key: string) => count(`tests.starts where key = '${key}'`)
const runsOf = (task: Task) =>
  sql<{ slot: Date; state: string; error: string | null }>(
    'select slot, state, error from scheduled_runs where task = $1 order by slot',
    [task.name]
  )

/** As if the last run had been `days` ago. */
const lastRan = (task: Pick<Task, 'name'>, days: number) =>
  sql(
    `insert into scheduled_runs (task, slot, job_id, state, finished_at)
     values ($1, date_trunc('day', now()) - $2 * interval '1 day', gen_random_uuid(), 'done', now())`,
    [task.name, days]
  )

test.group('Schedule', (group) => {
  group.setup(() => preparePgBoss())
  group.each.setup(async () => {
    await createLedger()
    await sql('truncate scheduled_runs')
    await sql(`delete from jobs.job where name like 'task.%'`)
  })
  group.teardown(async () => {
    await sql('drop schema tests cascade')
  })

  /** Every slot from the first to the last, each run once. */
  async function expectEverySlotOnce(assert: { deepEqual(a: unknown, b: unknown): void }) {
    await fleet.killAll()
    const [first, ...rest] = await sql<{ key: string }>(
      'select key from tests.effects order by key'
    )
    const expected = rest.map((_, index) => ({
      key: new Date(Date.parse(first.key) + (index + 1) * TICK_SECONDS * 1000).toISOString(),
    }))
    assert.deepEqual(rest, expected)
  }

  test('SCH-01: on two nodes whose clocks are 90 s wrong, every slot runs exactly once', async ({
    assert,
  }) => {
    const nodes = [await fleet.start(TASKS, '--schedule'), await fleet.start(TASKS, '--schedule')]
    nodes[0].send({ skewMs: 90_000 })
    nodes[1].send({ skewMs: -90_000 })
    await waitUntil('the ticks', async () => (await count('tests.effects')) >= TICKS, 180)
    await expectEverySlotOnce(assert)
  }).timeout(240_000)

  test('SCH-04: a clock set back an hour and on a day skips nothing and doubles nothing', async ({
    assert,
  }) => {
    const node = await fleet.start(TASKS, '--schedule', '--look-often')
    for (const [index, hours] of [-1, 24, 0].entries()) {
      node.send({ skewMs: hours * 3_600_000 })
      const ticks = (index + 1) * 3
      await waitUntil('the ticks', async () => (await count('tests.effects')) >= ticks)
    }
    await expectEverySlotOnce(assert)
  }).timeout(120_000)

  test('SCH-04: a clock that is a day ahead, or an hour behind, ends no reservation before its time', async ({
    assert,
    cleanup,
  }) => {
    await emptyCatalogue()
    cleanup(() => emptyCatalogue())
    const { id } = await createProduct({ stock: 1 })
    await reserveStock('checkout:skewed', [{ productId: id, quantity: 1 }], 15)
    const node = await fleet.start(
      '#app/inventory/expire_reservations',
      ...['--schedule', '--look-often']
    )
    /** How many are held after a run whose clock is so many hours wrong. */
    const heldAfterRun = async (hours: number) => {
      node.send({ skewMs: hours * 3_600_000 })
      await sql('truncate scheduled_runs')
      await lastRan({ name: 'reservations' }, 1)
      const done = `scheduled_runs where task = 'reservations' and state = 'done'`
      await waitUntil('a run', async () => (await count(done)) > 1)
      return count(`reservations where state = 'held'`)
    }
    assert.equal(await heldAfterRun(24), 1)
    assert.equal(await heldAfterRun(-1), 1)
    // In its time it goes.
    await sql(`update reservations set expires_at = now() - interval '1 second'`)
    assert.equal(await heldAfterRun(-1), 0)
    await fleet.killAll()
  }).timeout(240_000)

  test('SCH-02: a node that was paused in the middle of a run is refused when it wakes up', async ({
    assert,
  }) => {
    await lastRan(steppingTask, 3)
    const paused = await fleet.start(TASKS, '--schedule')
    await waitUntil('the run', async () => (await startsOf('stepping')) === 1)
    paused.kill('SIGSTOP')
    await fleet.start(TASKS, '--schedule')
    await waitUntil('the other node', async () => (await startsOf('stepping')) === 2)
    paused.kill('SIGCONT')
    await waitUntil('the refusal', async () => (await startsOf('refused')) === 1)
    const done = `tests.effects where key like '%T23:00:00.000Z'`
    await waitUntil('the effect', async () => (await count(done)) > 0)
    await sleep(3_000)
    assert.equal(await count(done), 1)
  }).timeout(120_000)

  // By one of the nodes that were there before.
  test('a run that failed for the last time says so', async ({ assert }) => {
    if (!fleet.alive.length) await fleet.start(TASKS)
    await lastRan(failingTask, 2)
    await queueSlots([failingTask])
    const failed = `jobs.job where name = '${failingTask.job.name}' and state = 'failed'`
    await waitUntil('the failure', async () => (await count(failed)) === 1)
    await sql(`update scheduled_runs set queued_at = now() - interval '1 hour'`)
    await sweepRuns()
    await fleet.killAll()
    const [, run] = await runsOf(failingTask)
    assert.equal(run.state, 'failed')
    assert.equal(run.error, 'no luck')
  })

  test('after days off, the newest slot runs and covers all of them', async ({ assert }) => {
    await lastRan(steppingTask, 3)
    await queueSlots([steppingTask])
    await queueSlots([steppingTask])
    const [, run, ...more] = await runsOf(steppingTask)
    assert.equal(run.state, 'queued')
    assert.lengthOf(more, 0)
    const [job] = await sql<{ days: number; late: number }>(
      `select round(extract(epoch from (data ->> 'slot')::timestamptz
                                      - (data ->> 'since')::timestamptz) / 86400)::int as days,
              floor(extract(epoch from now() - (data ->> 'slot')::timestamptz) / 86400)::int as late
         from jobs.job where name = $1`,
      [steppingTask.job.name]
    )
    assert.isAtLeast(job.days, 3)
    assert.equal(job.late, 0)
  })

  test('a task that is new here waits for its next slot', async ({ assert }) => {
    await queueSlots([steppingTask])
    assert.equal(await count(`jobs.job where name = '${steppingTask.job.name}'`), 0)
  })

  test('many nodes that see a slot at once queue it once', async ({ assert }) => {
    for (let run = 0; run < repeats(10, 200); run++) {
      await sql('truncate scheduled_runs')
      await lastRan(steppingTask, 2)
      await Promise.all(Array.from({ length: 10 }, () => queueSlots([steppingTask])))
      assert.lengthOf(await runsOf(steppingTask), 2)
      assert.equal(await count(`jobs.job where name = '${steppingTask.job.name}'`), run + 1)
    }
  })
})
