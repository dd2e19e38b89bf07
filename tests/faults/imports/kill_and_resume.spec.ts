import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { repeats } from '#tests/depth'
import { ImportProcess, ROWS } from '#tests/faults/imports/import_process'
import { emptyCatalogue } from '#tests/support/catalogue'
import { catalogueChecksum, productList } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'
import { waitUntil } from '#tests/wait_until'

const liveRun = async () => {
  const [run] = await sql<{ id: number; state: string; applied: number }>(
    `select id, state, rows_applied as applied from import_runs where state in ('staging', 'applying')`
  )
  return run
}
const isUnderWay = async () => Boolean(await liveRun())
const firstBatch = async () => {
  const run = await liveRun()
  return run !== undefined && run.applied > 0
}
const stagingTables = () =>
  sql<{ name: string }>(
    `select relname as name from pg_class where relname ~ '^import_staging_[0-9]+$'`
  )

async function cleanChecksum(path: string) {
  await new ImportProcess(path).finish()
  const checksum = await catalogueChecksum()
  await emptyCatalogue()
  await sql('delete from import_runs')
  return checksum
}

test.group('Imports that are killed', (group) => {
  /** Of the catalogue after an import of all rows that nobody disturbed. */
  let expected: string | undefined

  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from import_runs')
  })
  group.each.timeout(1_800_000)

  test('IMP-02: killed anywhere and run again, the catalogue is that of a clean run', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', `${productList(ROWS)}BAD,"x"y,1\n`)
    const undisturbed = new ImportProcess(path)
    await waitUntil('the import to begin', isUnderWay)
    const began = Date.now()
    const clean = await undisturbed.finish()
    const duration = Date.now() - began
    assert.deepEqual(clean.result.counts, {
      created: ROWS,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      merged: 0,
    })
    expected = await catalogueChecksum()

    const states: string[] = []
    const killed = () => states.filter((state) => state !== 'done').length
    // Who was done before it was killed does not count.
    while (killed() < repeats(3, 10)) {
      assert.isBelow(states.length, repeats(9, 30), states.join(', '))
      await emptyCatalogue()
      await sql('delete from import_runs')
      const victim = new ImportProcess(path)
      await waitUntil('the import to begin', isUnderWay)
      await sleep(Math.random() * duration * 0.5)
      await victim.kill()
      const run = await liveRun()
      states.push(run ? `${run.state} ${run.applied}` : 'done')

      const { exitCode, result } = await new ImportProcess(path).finish()
      assert.equal(exitCode, 0, JSON.stringify([states.at(-1), result]))
      if (run) assert.deepEqual(result.counts, clean.result.counts)
      assert.equal(await catalogueChecksum(), expected, `killed when ${states.at(-1)}`)
      assert.deepEqual(await stagingTables(), [])
    }
  })

  test('killed between two batches while the server lost its unlogged tables, it resumes all the same', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', productList(ROWS))
    expected ??= await cleanChecksum(path)

    const victim = new ImportProcess(path)
    await waitUntil('the first batch', firstBatch)
    await victim.kill()
    const run = await liveRun()
    assert.isBelow(run.applied, ROWS)
    // What PostgreSQL does to unlogged tables when it recovers from a crash.
    await sql(`truncate import_staging_${run.id}`)

    const { result } = await new ImportProcess(path).finish()
    assert.equal(result.runId, run.id)
    assert.deepEqual(result.counts, {
      created: ROWS,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      merged: 0,
    })
    assert.equal(await catalogueChecksum(), expected)
  })

  test('a run that was interrupted is not resumed under other options, but begun anew', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', productList(ROWS))
    const victim = new ImportProcess(path)
    await waitUntil('the first batch', firstBatch)
    await victim.kill()
    const run = await liveRun()

    const { result } = await new ImportProcess(path, '--supplier=Stafim').finish()
    assert.notEqual(result.runId, run.id)
    assert.deepEqual(result.counts, {
      created: ROWS - run.applied,
      updated: 0,
      unchanged: run.applied,
      rejected: 0,
      merged: 0,
    })
    assert.deepEqual(await sql('select state from import_runs order by id'), [
      { state: 'cancelled' },
      { state: 'done' },
    ])
    assert.deepEqual(await stagingTables(), [])
  })
})
