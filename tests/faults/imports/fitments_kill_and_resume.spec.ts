import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { repeats } from '#tests/depth'
import { ImportProcess } from '#tests/faults/imports/import_process'
import { emptyCatalogue } from '#tests/support/catalogue'
import { emptyFleet } from '#tests/support/fleet'
import { temporaryFile } from '#tests/support/temporary_files'
import { waitUntil } from '#tests/wait_until'

const PRODUCTS = repeats(200, 300)
const KTYPES = 400
/** More than one batch. */
const ROWS = PRODUCTS * KTYPES

/** Products A-1 … and vehicles with K-types 1 …, without a fitment. */
async function emptyShop() {
  await emptyCatalogue()
  await emptyFleet()
  await sql('delete from import_runs')
  await sql(`insert into brands (slug, name) values ('b', 'B')`)
  await sql(
    `insert into products (sku, slug, brand_id, name_fr)
     select 'A-' || n, 'a-' || n, b.id, 'Pièce' from generate_series(1, ${PRODUCTS}) n, brands b`
  )
  await sql(`insert into vehicle_makes (slug, name) values ('m', 'M')`)
  await sql(
    `insert into vehicle_models (make_id, slug, name, year_from) select id, 'm-x', 'X', 2000 from vehicle_makes`
  )
  await sql(
    `insert into vehicle_types (model_id, name, body, fuel, engine_code, produced_from, ktype)
     select m.id, 'T ' || n, 'sedan', 'petrol', 'E' || n, '2000-01-01', n
     from generate_series(1, ${KTYPES}) n, vehicle_models m`
  )
}

const fitmentList = () => {
  const lines = ['sku;ktype;position;application']
  for (let product = 1; product <= PRODUCTS; product++) {
    for (let ktype = 1; ktype <= KTYPES; ktype++) lines.push(`A-${product};${ktype};avant;`)
    lines.push(`A-${product};;arrière;M X, E${product}`)
  }
  return `${lines.join('\n')}\nA-1;99999;;\n`
}

const checksum = async () => {
  const [row] = await sql<{ sum: string }>(
    `select md5(string_agg(concat_ws(' ', p.sku, t.ktype, f.position, f.rule_id is null), '|'
       order by p.sku, t.ktype, f.position)) as sum
     from fitments f join products p on p.id = f.product_id join vehicle_types t on t.id = f.vehicle_type_id`
  )
  return row.sum
}

const applied = async () => {
  const [run] = await sql<{ applied: number }>(
    `select rows_applied as applied from import_runs where state = 'applying'`
  )
  return run?.applied ?? 0
}

test.group('Imports of fitments that are killed', (group) => {
  group.each.setup(emptyShop)
  group.each.timeout(600_000)

  test('IMP-02: killed between two batches and run again, the fitments are those of a clean run', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'fitments.csv', fitmentList())
    const clean = await new ImportProcess(path, '--entity=fitments').finish()
    const counts = { created: ROWS + PRODUCTS, updated: 0, unchanged: 0, rejected: 1, merged: 0 }
    assert.deepEqual(clean.result.counts, counts)
    const expected = await checksum()

    await emptyShop()
    const victim = new ImportProcess(path, '--entity=fitments')
    await waitUntil('the first batch', async () => (await applied()) > 0)
    await victim.kill()
    assert.isBelow(await applied(), ROWS)

    const { exitCode, result } = await new ImportProcess(path, '--entity=fitments').finish()
    assert.equal(exitCode, 0)
    assert.deepEqual(result.counts, counts)
    assert.equal(await checksum(), expected)
    const again = await new ImportProcess(path, '--entity=fitments').finish()
    assert.deepEqual(again.result.counts, { ...counts, created: 0, unchanged: ROWS + PRODUCTS })
  })
})
