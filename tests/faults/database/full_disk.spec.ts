import { randomUUID } from 'node:crypto'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { chooseColumns } from '#app/imports/files/choose_columns'
import { receiveFile } from '#app/imports/files/receive_file'
import { importQuery } from '#app/imports/runs/import_list_query'
import { wordingOf } from '#app/imports/runs/import_wording'
import { moveByStaff } from '#app/imports/runs/move_run'
import { workOnImports } from '#app/imports/runs/work_on_imports'
import { sql } from '#app/platform/database/sql'
import { sweepJob } from '#app/platform/jobs/sweep'
import { repeats } from '#tests/depth'
import { FullDisk } from '#tests/faults/database/full_disk'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { catalogueChecksum, productList } from '#tests/support/imports'
import { codeIn, complete, readyCheckout } from '#tests/support/purchases'
import { ShopProcess } from '#tests/support/shop_process'
import { assertBooks } from '#tests/support/stock'
import { temporaryFile } from '#tests/support/temporary_files'
import { forgetImports } from '#tests/support/web_imports'
import { waitUntil } from '#tests/wait_until'

const ROWS = repeats(2_100, 4_200)
const BATCH = repeats(500, 1_000)
const NO_ROOM = /^no space left on the database's disk/
const ACTING = { actor: 'staff:1', source: 'ui' } as const

test.group('A disk that is full', (group) => {
  const fleet = new WorkerFleet({ IMPORT_BATCH_ROWS: String(BATCH) })
  let disk: FullDisk

  group.each.timeout(300_000)
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetImports()
    disk = new FullDisk()
    return () => disk.free()
  })
  group.teardown(() => fleet.killAll())

  const worker = () => fleet.anyWorker('#start/jobs', '#start/events')

  async function upload(
    self: Parameters<typeof temporaryFile>[0],
    next: 'checking' | 'staging' = 'staging'
  ): Promise<number> {
    const path = await temporaryFile(self, 'list.csv', productList(ROWS))
    const id = await receiveFile(
      { path, name: 'list.csv', bytes: 1 },
      { entity: 'products' },
      ACTING
    )
    await chooseColumns(id, { mapping: {} }, ACTING, next)
    return id
  }

  test('DB-07: an import whose pause finds no room either goes on by itself when there is some', async ({
    assert,
    test: self,
  }) => {
    await fleet.killAll()
    const id = await upload(self)
    await disk.fill(['products', 'import_runs'])
    await worker()
    await waitUntil('a try to fail', async () => {
      const [{ n }] = await sql<{ n: number }>(
        `select count(*)::int as n from jobs.job where name = 'imports.work' and retry_count > 0`
      )
      return n > 0
    })
    await disk.free()
    await sweepJob(workOnImports)
    await until(id, 'done')
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: ROWS }])
  })

  test('DB-07: an import that fills the disk pauses and says why; with room again it goes on where it was', async ({
    assert,
    test: self,
  }) => {
    // Rows that are gone leave their room in the file: it has to be a new one.
    await sql('truncate products restart identity cascade')
    await worker()
    await until(await upload(self), 'done')
    const expected = await catalogueChecksum()
    const [{ bytes }] = await sql<{ bytes: number }>(`select pg_relation_size('products') as bytes`)

    await emptyCatalogue()
    await sql('truncate products restart identity cascade')
    await forgetImports()
    await disk.fill(['products'], Math.floor(Number(bytes) / 2))
    const id = await upload(self)
    await until(id, 'paused')
    const { error, rowsApplied } = await importQuery(id)
    assert.match(String(error), NO_ROOM)
    for (const locale of ['fr', 'ar'])
      assert.notEqual(wordingOf(i18nManager.locale(locale)).reason(error!), error)
    assert.isAbove(rowsApplied, 0)
    assert.isBelow(rowsApplied, ROWS)
    assert.deepEqual(await sql('select count(*)::int as n from products'), [{ n: rowsApplied }])

    await moveByStaff(id, 'resume', ACTING)
    await until(id, 'paused')
    const again = await importQuery(id)
    assert.equal(again.rowsApplied, rowsApplied)

    await disk.free()
    await moveByStaff(id, 'resume', ACTING)
    await until(id, 'done')
    const done = await importQuery(id)
    assert.isNull(done.error)
    assert.equal(done.counts.created, ROWS)
    assert.equal(await catalogueChecksum(), expected)
  })

  test('DB-07: a list that is tried out on a full disk waits to be tried again', async ({
    assert,
    test: self,
  }) => {
    await disk.fill(['products'])
    await worker()
    const id = await upload(self, 'checking')
    await until(id, 'uploaded')
    const refused = await importQuery(id)
    assert.match(String(refused.error), NO_ROOM)
    assert.deepEqual(await stagingTables(), [])

    await disk.free()
    await chooseColumns(id, { mapping: {} }, ACTING)
    await until(id, 'checked')
    const { error, preview } = await importQuery(id)
    assert.isNull(error)
    assert.equal(preview?.counts?.created, ROWS)
  })

  test('DB-07: buyers are told to come back, and with room again the same key orders once', async ({
    assert,
    cleanup,
  }) => {
    const shop = await ShopProcess.start({ RATE_LIMITS: 'off' })
    cleanup(shop.end)
    const { sku } = await createProduct({ stock: 10 })
    const [id, key] = [await readyCheckout([{ sku, quantity: 1 }]), randomUUID()]
    const before = await orderCount()
    await disk.fill(['orders'])
    const refused = await complete(id, key, undefined, shop.url)
    assert.equal(refused.status, 503, refused.text)
    assert.equal(codeIn(refused), 'unavailable')
    assert.isAtLeast(Number(refused.headers.get('retry-after')), 1)
    assert.equal(await orderCount(), before)

    await disk.free()
    await sql('update idempotency_keys set locked_until = now()')
    for (let n = 0; n < 2; n++) {
      const again = await complete(id, key, undefined, shop.url)
      assert.equal(again.status, 201, again.text)
    }
    assert.equal(await orderCount(), before + 1)
    await assertBooks(assert)
  })
})

async function isIn(id: number, wanted: string): Promise<boolean> {
  const { state } = await importQuery(id)
  return state === wanted
}

const until = (id: number, state: string) =>
  waitUntil(`import ${id} is ${state}`, () => isIn(id, state))

async function orderCount(): Promise<number> {
  const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from orders')
  return n
}

const stagingTables = () =>
  sql(`select relname from pg_class where relname ~ '^import_staging_[0-9]+$'`)
