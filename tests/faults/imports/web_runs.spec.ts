import { copyFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { chooseColumns } from '#app/imports/files/choose_columns'
import { findRun } from '#app/imports/runs/import_run'
import { moveByStaff } from '#app/imports/runs/move_run'
import { receiveFile } from '#app/imports/files/receive_file'
import { sourcePath } from '#app/imports/files/uploads'
import { workOnImports } from '#app/imports/runs/work_on_imports'
import { sql } from '#app/platform/database/sql'
import { cancelJob } from '#app/platform/jobs/cancel_job'
import { sweepJob } from '#app/platform/jobs/sweep'
import { repeats } from '#tests/depth'
import { BATCHES, ImportProcess, ROWS } from '#tests/faults/imports/import_process'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { emptyCatalogue } from '#tests/support/catalogue'
import { catalogueChecksum, productList } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'
import { forgetImports } from '#tests/support/web_imports'
import { waitUntil } from '#tests/wait_until'

const ACTING = { actor: 'staff:1', source: 'ui' } as const
const ALL_NEW = { created: ROWS, updated: 0, unchanged: 0, rejected: 0, merged: 0 }

const stateOf = async (id: number) => {
  const run = await findRun(id)
  return run?.state
}
const appliedOf = async (id: number) => {
  const run = await findRun(id)
  return run?.rowsApplied ?? 0
}
const until = (id: number, state: string) =>
  waitUntil(`import ${id} is ${state}`, async () => (await stateOf(id)) === state, 300)
const untilFirstBatch = (id: number) =>
  waitUntil('the first batch', async () => (await appliedOf(id)) > 0, 120)

test.group('Imports that were started over the web', (group) => {
  const fleet = new WorkerFleet(BATCHES)

  group.each.timeout(900_000)
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetImports()
  })
  group.teardown(() => fleet.killAll())

  const worker = () => fleet.anyWorker('#start/jobs', '#start/events')

  /** Uploads a list and agrees with its columns. */
  async function upload(
    self: Parameters<typeof temporaryFile>[0],
    next: 'checking' | 'staging' = 'staging',
    rows = ROWS
  ): Promise<number> {
    const path = await temporaryFile(self, 'list.csv', productList(rows))
    const file = { path, name: 'list.csv', bytes: 1 }
    const id = await receiveFile(file, { entity: 'products' }, ACTING)
    await chooseColumns(id, { mapping: {} }, ACTING, next)
    return id
  }

  test('a run whose job was lost is found by the sweeper', async ({ assert, test: self }) => {
    await fleet.killAll()
    const id = await upload(self)
    await sql(`delete from jobs.job where name = 'imports.work'`)
    await sweepJob(workOnImports)
    await sweepJob(workOnImports)
    assert.deepEqual(await waitingJobs(), [{ n: 1 }])
    await worker()
    await until(id, 'done')
  })

  test('IMP-02: a worker killed in the middle: the same run goes on by itself, as if nothing had been', async ({
    assert,
    test: self,
  }) => {
    await worker()
    const clean = await upload(self)
    await until(clean, 'done')
    const expected = await catalogueChecksum()

    for (let kill = 0; kill < repeats(1, 6); kill++) {
      await emptyCatalogue()
      await forgetImports()
      const victim = await worker()
      const id = await upload(self)
      if (kill % 2 === 0) await untilFirstBatch(id)
      else await waitUntil('the worker to begin', async () => (await busy()) > 0)
      await fleet.kill(victim)
      assert.match(String(await stateOf(id)), /^(staging|applying)$/)
      await worker()
      await until(id, 'done')
      const run = await findRun(id)
      assert.deepEqual(run?.counts, ALL_NEW)
      assert.equal(await catalogueChecksum(), expected)
      assert.deepEqual(await stagingTables(), [])
    }
  })

  test('two clicks start one run, and nothing is there twice', async ({ assert, test: self }) => {
    await worker()
    const id = await upload(self, 'checking')
    await until(id, 'checked')
    const clicks = await Promise.allSettled(
      Array.from({ length: 5 }, () => moveByStaff(id, 'start', ACTING))
    )
    assert.lengthOf(
      clicks.filter(({ status }) => status === 'fulfilled'),
      1
    )
    await until(id, 'done')
    const run = await findRun(id)
    assert.deepEqual(run?.counts, ALL_NEW)
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: ROWS }])
  })

  test('paused, it stands still; resumed, it goes on where it was', async ({
    assert,
    test: self,
  }) => {
    await worker()
    const id = await upload(self)
    await untilFirstBatch(id)
    await moveByStaff(id, 'pause', ACTING)
    await waitUntil('the worker to let go', async () => (await busy()) === 0)
    const stood = await appliedOf(id)
    assert.isBelow(stood, ROWS)
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: stood }])
    assert.equal(await stateOf(id), 'paused')

    await moveByStaff(id, 'resume', ACTING)
    await until(id, 'done')
    const run = await findRun(id)
    assert.deepEqual(run?.counts, ALL_NEW)
  })

  test('paused and resumed at once, again and again, it still comes to its end', async ({
    assert,
    test: self,
  }) => {
    await worker()
    const id = await upload(self)
    for (let n = 0; n < 20; n++) {
      await moveByStaff(id, 'pause', ACTING).catch(() => {})
      await moveByStaff(id, 'resume', ACTING).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
    }
    await until(id, 'done')
    const run = await findRun(id)
    assert.deepEqual(run?.counts, ALL_NEW)
  })

  test('cancelled, what was applied stays, and can be taken back', async ({
    assert,
    test: self,
  }) => {
    const before = await catalogueChecksum()
    await worker()
    const id = await upload(self)
    await untilFirstBatch(id)
    await moveByStaff(id, 'cancellation', ACTING)
    await waitUntil('the worker to let go', async () => (await busy()) === 0)
    const applied = await appliedOf(id)
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: applied }])

    await moveByStaff(id, 'rollback', ACTING)
    await until(id, 'rolled_back')
    assert.equal(await catalogueChecksum(), before)
  })

  test('a run whose job is taken back stops, stays stopped, and can be taken back', async ({
    assert,
    test: self,
  }) => {
    const before = await catalogueChecksum()
    await worker()
    const id = await upload(self)
    await untilFirstBatch(id)
    await cancelJob(await jobId(), ACTING)
    assert.equal(await stateOf(id), 'cancelled')
    const applied = await appliedOf(id)
    await sweepJob(workOnImports)
    await waitUntil('the worker to let go', async () => (await busy()) === 0)
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: applied }])
    assert.equal(await stateOf(id), 'cancelled')

    await moveByStaff(id, 'rollback', ACTING)
    const refused = await cancelJob(await jobId(), ACTING).catch((error) => error.code)
    assert.equal(refused, 'wrong_state', 'what is half taken back is taken back')
    await until(id, 'rolled_back')
    assert.equal(await catalogueChecksum(), before)
  })

  test('a worker killed while it takes an import back: another one finishes it', async ({
    assert,
    test: self,
  }) => {
    const before = await catalogueChecksum()
    const victim = await worker()
    const id = await upload(self)
    await until(id, 'done')
    await moveByStaff(id, 'rollback', ACTING)
    await waitUntil('some of it to be undone', async () => {
      const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from products')
      return n < ROWS
    })
    await fleet.kill(victim)
    await worker()
    await until(id, 'rolled_back')
    assert.equal(await catalogueChecksum(), before)
    const [{ undone }] = await sql<{ undone: { undone: number; conflicts: object[] } }>(
      'select undone from import_runs where id = $1',
      [id]
    )
    assert.deepEqual(undone.conflicts, [])
    assert.isAtLeast(undone.undone, ROWS)
  })

  test('the command and the web at once with one file: it is imported once', async ({
    assert,
    test: self,
  }) => {
    const busyWorker = await worker()
    const id = await upload(self)
    await untilFirstBatch(id)
    // Keeps the file for as long as the command takes.
    busyWorker.kill('SIGSTOP')
    const [{ upload: folder }] = await sql<{ upload: string }>(
      'select upload from import_runs where id = $1',
      [id]
    )
    const copy = await temporaryFile(self, 'list.csv')
    await copyFile(sourcePath(folder), copy)
    const { exitCode, result } = await new ImportProcess(copy).finish()
    busyWorker.kill('SIGCONT')
    assert.equal(exitCode, 1)
    assert.match(String(result.error), /is being imported at this moment/)
    await until(id, 'done')
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: ROWS }])
  })
})

async function busy(): Promise<number> {
  const [{ n }] = await sql<{ n: number }>(
    `select count(*)::int as n from jobs.job where name = 'imports.work' and state = 'active'`
  )
  return n
}

async function jobId(): Promise<string> {
  const [{ id }] = await sql<{ id: string }>(
    `select id::text from jobs.job where name = 'imports.work' and state <= 'active'`
  )
  return id
}

const waitingJobs = () =>
  sql<{ n: number }>(
    `select count(*)::int as n from jobs.job where name = 'imports.work' and state < 'active'`
  )

const stagingTables = () =>
  sql(`select relname from pg_class where relname ~ '^import_staging_[0-9]+$'`)
