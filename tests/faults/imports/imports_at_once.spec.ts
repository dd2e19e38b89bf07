import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { promised, repeats } from '#tests/depth'
import { ImportProcess, ROWS } from '#tests/faults/imports/import_process'
import { emptyCatalogue } from '#tests/support/catalogue'
import { catalogueChecksum, productList } from '#tests/support/imports'
import { ShopProcess } from '#tests/support/shop_process'
import { temporaryFile } from '#tests/support/temporary_files'
import { waitUntil } from '#tests/wait_until'

test.group('Imports at the same time', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from import_runs')
  })
  group.each.timeout(600_000)

  test('IMP-03: the same file twice at once: one is refused, and nothing is there twice', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', productList(ROWS))
    const both = [new ImportProcess(path), new ImportProcess(path)]
    // Whichever has the file keeps it for longer than the other one waits, however short the list is.
    await waitUntil('one that waits for the other', async () => (await countWaiting()) === 1)
    for (const one of both) one.freeze()
    await waitUntil('the other to give up', async () => (await countWaiting()) === 0)
    for (const one of both) one.thaw()
    const outcomes = await Promise.all(both.map((one) => one.finish()))
    const landed = outcomes.filter(({ exitCode }) => exitCode === 0)
    const refused = outcomes.filter(({ exitCode }) => exitCode === 1)
    assert.deepEqual([landed.length, refused.length], [1, 1])
    assert.equal(
      refused[0].result.error,
      'list.csv is being imported at this moment: wait for it to finish'
    )
    assert.equal(landed[0].result.counts?.created, ROWS)
  })

  test('IMP-03: two different files at once take turns, and both land whole', async ({
    assert,
    test: self,
  }) => {
    const first = await temporaryFile(self, 'first.csv', productList(ROWS))
    const second = await temporaryFile(
      self,
      'second.csv',
      productList(ROWS, (index) => 20_000 + index)
    )
    const outcomes = await Promise.all([
      new ImportProcess(first).finish(),
      new ImportProcess(second).finish(),
    ])
    assert.deepEqual(
      outcomes.map(({ exitCode }) => exitCode),
      [0, 0]
    )
    const [created, updated] = [0, 1].map((at) =>
      outcomes.find(({ result }) => [result.counts?.created, result.counts?.updated][at] === ROWS)
    )
    assert.isDefined(created)
    assert.isDefined(updated)

    const prices = await sql<{ span: number }>(
      `select count(distinct price - substr(sku, 5)::int)::int as span from products`
    )
    assert.deepEqual(prices, [{ span: 1 }])
  })

  test('IMP-03: cancelled half way, what was applied stays and the run is over', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'list.csv', productList(ROWS))
    const importing = new ImportProcess(path)
    await waitUntil('a batch', async () => {
      const rows = await sql(
        `update import_runs set state = 'cancelled' where state = 'applying' and rows_applied > 0 returning id`
      )
      return rows.length === 1
    })
    const { exitCode, result } = await importing.finish()
    assert.equal(exitCode, 1)
    assert.match(String(result.error), /^import \d+ was cancelled$/)
    const [run] = await sql<{ state: string; applied: number; products: number }>(
      `select state, rows_applied as applied, (select count(*)::int from products) as products from import_runs`
    )
    assert.equal(run.state, 'cancelled')
    assert.equal(run.products, run.applied)

    const again = await new ImportProcess(path).finish()
    assert.containSubset(again.result.counts, {
      created: ROWS - run.applied,
      unchanged: run.applied,
    })
  })

  test('IMP-01: memory stays flat, however long the file', async ({ assert, test: self }) => {
    const short = await new ImportProcess(
      await temporaryFile(self, 'short.csv', productList(1_000))
    ).finish()
    const checksum = await catalogueChecksum()
    const path = await temporaryFile(self, 'long.csv', productList(repeats(5_000, 100_000)))
    const long = await new ImportProcess(path).finish()
    assert.notEqual(await catalogueChecksum(), checksum)
    assert.isAbove(short.peakMb, 0)
    assert.isBelow(long.peakMb, short.peakMb + 150, `${short.peakMb} MB for 1,000 rows`)
    assert.isBelow(long.peakMb, 400)
  })

  // How much faster they are when nobody imports, and how long an import takes, the bench tells, which runs alone.
  test('IMP-01: lists are answered meanwhile, and quickly', async ({
    assert,
    cleanup,
    test: self,
  }) => {
    const shop = await ShopProcess.start()
    cleanup(shop.end)
    const path = await temporaryFile(self, 'list.csv', productList(ROWS))
    const importing = new ImportProcess(path)
    const times: number[] = []
    while (importing.isRunning) {
      const started = performance.now()
      const response = await fetch(`${shop.url}/api/v1/products`)
      assert.equal(response.status, 200)
      await response.arrayBuffer()
      times.push(performance.now() - started)
      await sleep(20)
    }
    const { exitCode } = await importing.finish()
    assert.equal(exitCode, 0)
    assert.isBelow(p95(times), promised(200))
  })
})

const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]

/** Sessions of imports that somebody else keeps from their file. */
async function countWaiting(): Promise<number> {
  const [{ n }] = await sql<{ n: number }>(
    `select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and not l.granted and a.datname = current_database()`
  )
  return n
}
