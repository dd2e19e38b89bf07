import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { enqueue } from '#app/platform/jobs/enqueue'
import { DEAD_LETTERS, preparePgBoss } from '#app/platform/jobs/prepare'
import '#app/platform/jobs/queue_metrics'
import { sweepLeftovers } from '#app/platform/jobs/sweep'
import { registry } from '#app/platform/observability/metrics'
import { repeats } from '#tests/depth'
import {
  busyJob,
  createLedger,
  endlessJob,
  floodJob,
  ledgerJob,
  politeJob,
  rowJob,
} from '#tests/platform_faults/test_jobs'
import { TEST_JOBS, WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { newJob } from '#tests/platform_faults/new_job'
import { temporaryFile } from '#tests/support/temporary_files'
import { waitUntil } from '#tests/wait_until'

const fleet = new WorkerFleet()

const count = async (text: string, values: unknown[] = []) => {
  const [{ n }] = await sql<{ n: number }>(`select count(*)::int as n ${text}`, values)
  return n
}
const effects = () => count('from tests.effects')
const startsOf = (key: string) => count('from tests.starts where key = $1', [key])

/** Leaves so many workers alive. */
async function workers(wanted: number) {
  for (const worker of fleet.alive.slice(wanted)) await fleet.kill(worker)
  while (fleet.alive.length < wanted) await fleet.start(TEST_JOBS)
  return fleet.alive
}

test.group('Jobs', (group) => {
  group.setup(() => preparePgBoss())
  group.each.setup(async () => {
    await createLedger()
    await sql(`delete from jobs.job where name like 'test.%' or name = $1`, [DEAD_LETTERS])
  })
  // Each test takes what workers the one before has left.
  group.teardown(async () => {
    await fleet.killAll()
    await sql('drop schema tests cascade')
  })

  test('a job exists exactly when the transaction that leaves it commits', async ({ assert }) => {
    await db.transaction((trx) => enqueue(ledgerJob, { key: 'kept' }, { trx }))
    const failing = db.transaction(async (trx) => {
      await enqueue(ledgerJob, { key: 'lost' }, { trx })
      throw new Error('rolled back')
    })
    await assert.rejects(() => failing, 'rolled back')
    assert.equal(await count(`from jobs.job where name = 'test.ledger'`), 1)
  })

  test('JOB-04: with no worker, producers are refused at the limit and stay small', async ({
    assert,
  }) => {
    const limit = floodJob.options.mostWaiting
    await enqueue(floodJob, { key: 'warm-up' })
    const before = process.memoryUsage.rss()
    let refused = 0
    const produce = async (key: string) => {
      try {
        await enqueue(floodJob, { key })
      } catch (error) {
        assert.propertyVal(error, 'code', 'queue_full')
        refused += 1
      }
    }
    const producers = Array.from({ length: 4 }, (_, n) => n)
    for (let round = 0; round * producers.length < limit * 1.5; round++) {
      await Promise.all(producers.map((n) => produce(`flood ${round} ${n}`)))
    }
    assert.isAbove(refused, 0)
    assert.isAtMost(await count(`from jobs.job where name = 'test.flood'`), limit * 1.05)
    assert.isBelow(process.memoryUsage.rss() - before, 60 * 1024 * 1024)

    await sql(
      `update jobs.job set start_after = now() - interval '10 min' where name = 'test.flood'`
    )
    const metrics = await registry.metrics()
    const age = /job_age_seconds\{queue="test.flood"\} (?<seconds>\d+)/.exec(metrics)
    assert.isAtLeast(Number(age?.groups?.seconds), 600)
  }).timeout(600_000)

  test('JOB-01: workers are killed at random, every job has its effect once', async ({
    assert,
  }) => {
    let jobs = 0
    const enqueueMore = async (more: number) => {
      for (const end = jobs + more; jobs < end; jobs++) {
        await enqueue(ledgerJob, { key: `job ${jobs}`, ms: repeats(300, 2_000) })
      }
    }
    await enqueueMore(repeats(60, 200))
    await workers(repeats(2, 3))

    for (let kill = 0; kill < repeats(2, 20); kill++) {
      await sleep(repeats(500, 3_000))
      // However slow the machine: whoever is killed is at work.
      await enqueueMore(repeats(20, 30))
      const [victim] = fleet.alive.toSorted(() => Math.random() - 0.5)
      await fleet.kill(victim)
      await fleet.start(TEST_JOBS)
    }
    await waitUntil('every job', async () => (await effects()) >= jobs, 120)
    assert.equal(await effects(), jobs)
    assert.equal(await count('from (select distinct key from tests.effects) once'), jobs)
  })

  test('JOB-02: a worker too busy to show life is replaced, and its own effect is refused', async ({
    assert,
    test: self,
  }) => {
    await workers(2)
    const untilFile = `${await temporaryFile(self, 'busy')}.end`
    await enqueue(busyJob, { key: 'busy', untilFile })
    await waitUntil('the first try', async () => (await startsOf('busy')) === 1)
    await waitUntil('the second try', async () => (await startsOf('busy')) === 2)
    await waitUntil('an effect', async () => (await effects()) > 0)
    await writeFile(untilFile, '')
    await waitUntil('the refusal', async () => (await startsOf('busy refused')) === 1)
    assert.equal(await effects(), 1)
  })

  test('JOB-03: a job whose workers die again and again ends visibly among the dead letters', async ({
    assert,
  }) => {
    const dead = () => count('from jobs.job where name = $1', [DEAD_LETTERS])
    const alive = () => count(`from jobs.job where name = 'test.endless' and state <> 'failed'`)
    for (let round = 1; round <= repeats(1, 6); round++) {
      const key = `deadly ${round}`
      await enqueue(endlessJob, { key })
      for (let death = 1; death <= endlessJob.options.attempts; death++) {
        const [worker] = await workers(1)
        await waitUntil('the next try', async () => (await startsOf(key)) === death)
        await fleet.kill(worker)
        assert.equal((await alive()) + (await dead()), round, 'the job is somewhere')
      }
      await workers(1)
      await waitUntil('the dead letter', async () => (await dead()) === round)
    }
    assert.include(
      await registry.metrics(),
      `jobs_waiting{queue="${DEAD_LETTERS}"} ${await dead()}`
    )
  }).timeout(600_000)

  test('JOB-05: an old worker leaves a job it does not know for the new one', async ({
    assert,
  }) => {
    await enqueue(newJob, { key: 'new' })
    await enqueue(ledgerJob, { key: 'old' })
    await workers(1)
    await waitUntil('the job it knows', async () => (await effects()) === 1)
    await sleep(1_500)
    assert.equal(await count(`from jobs.job where name = 'test.new' and state = 'created'`), 1)

    await fleet.start(TEST_JOBS, '#tests/platform_faults/new_job')
    await waitUntil('the new worker', async () => (await effects()) === 2)
  })

  test('a stopping worker tells its jobs, and gives back those that do not finish', async ({
    assert,
  }) => {
    await enqueue(politeJob, { key: 'polite' })
    await workers(2)
    await waitUntil('the first try', async () => (await startsOf('polite')) === 1)
    const [{ pid }] = await sql<{ pid: number }>('select pid from tests.starts')
    const worker = fleet.alive.find((one) => one.pid === pid)!
    await fleet.kill(worker, 'SIGTERM')
    assert.equal(worker.exitCode, 0)

    await waitUntil('the second try', async () => (await effects()) === 1)
  })

  test('the sweeper starts again what a row still asks for, and nothing twice', async ({
    assert,
  }) => {
    await workers(0)
    await sql(`insert into tests.starts (key) values ('row 1'), ('row 2')`)
    await enqueue(rowJob, { key: 'row 1' }, { key: 'row 1' })
    await sweepLeftovers()
    await sweepLeftovers()
    assert.equal(await count(`from jobs.job where name = 'test.row'`), 2)

    await workers(1)
    await waitUntil('both rows', async () => (await effects()) === 2)
    await sweepLeftovers()
    assert.equal(await count(`from jobs.job where name = 'test.row' and state < 'active'`), 0)
  })
})
