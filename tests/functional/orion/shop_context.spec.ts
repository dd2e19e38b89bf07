import { test } from '@japa/runner'
import { shopContext } from '#app/orion/context/shop_context'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { forecastsQuery } from '#app/orion/forecasts/forecasts_query'
import type { ContextGroup } from '#app/orion/pool/features'
import { loadModel, type Manifest } from '#app/orion/training/model_files'
import { shopPanel } from '#app/orion/training/shop_panel'
import { trainModels } from '#app/orion/training/train_models'
import { sql } from '#app/platform/database/sql'
import { writeConcept } from '#app/search/words/synonyms'
import { createCategory, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { createNumber } from '#tests/support/part_numbers'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'
import { TESTING } from '#tests/support/staff'
import { createFitment, createVehicle } from '#tests/support/vehicles'

const NONE = Number.NaN

test.group('The context of parts', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.teardown(() => emptyCatalogue())

  /** Six months to the end of June 2024. */
  const told = (groups: ContextGroup[], ...ids: number[]) =>
    shopContext(groups, { ids, until: '2024-07-15', months: 6 })

  test('tells the price at the end of each month in Tunis, however often it changed', async ({
    assert,
  }) => {
    const [often, once, never] = [
      ...[await createProduct(), await createProduct({ price: 7_000 })],
      await createProduct({ price: null, status: 'draft' }),
    ]
    await sql('delete from price_changes where product_id = $1', [often.id])
    await priced(often.id, '2023-05-01T10:00:00Z', 1_000)
    await priced(often.id, '2023-06-01T10:00:00Z', 2_000)
    await priced(often.id, '2024-03-05T10:00:00Z', 3_000)
    await priced(often.id, '2024-03-31T22:30:00Z', 4_000)
    await priced(often.id, '2024-03-31T23:30:00Z', 5_000)
    await priced(often.id, '2024-05-02T10:00:00Z', null)
    await priced(often.id, '2024-06-30T23:30:00Z', 9_000)
    await sql(`update price_changes set changed_at = '2024-05-10' where product_id = $1`, [once.id])
    const { prices } = await told(['price'], often.id, once.id, never.id)
    assert.deepEqual(prices!.map(rounded), [
      [2_000, 2_000, 4_000, 5_000, NONE, NONE],
      [NONE, NONE, NONE, NONE, 7_000, 7_000],
      [NONE, NONE, NONE, NONE, NONE, NONE],
    ])
    assert.deepEqual(await told(['price'], never.id), { prices: undefined })
  })

  test('tells searches in vain that name a number or the part type, since there is a ledger', async ({
    assert,
  }) => {
    const discs = await createCategory('freinage/disques')
    await writeConcept(
      {
        ...{ code: 'brake-disc', kind: 'part', categories: ['freinage'] },
        synonyms: [{ term: 'Disques de frein', language: 'fr' }],
      },
      TESTING
    )
    const [disc, former, other] = [
      ...[await createProduct({ category: discs }), await createProduct()],
      await createProduct(),
    ]
    await sql('update products set superseded_by_id = $1 where id = $2', [disc.id, former.id])
    await createNumber(former.id, 'oe', '40 20 671-84R')
    await asked('turbo duster', '2024-02-11', 3)
    await asked('40 20 67184r clio', '2024-03-11', 2)
    await asked('disque de freins clio 4', '2024-03-12', 5)
    await asked('4020', '2024-04-12', 50)
    await asked('DISQUES DE FREIN', '2024-07-01', 50)
    const { searches } = await told(['searches'], disc.id, other.id)
    assert.deepEqual(searches!.map(rounded), [
      [NONE, 0, 7, 0, 0, 0],
      [NONE, 0, 0, 0, 0, 0],
    ])
    await sql('delete from unmet_demand')
    assert.deepEqual(await told(['searches'], disc.id), { searches: undefined })
  })

  test('tells the mean age of the cars that a part fits, of those that were made by then', async ({
    assert,
  }) => {
    const [fits, bare] = [await createProduct(), await createProduct()]
    await createFitment(fits.id, await createVehicle({ from: '2022-01-01', to: '2024-01-01' }))
    const later = await createVehicle({ name: '1.2 TCe', from: '2024-03-01' })
    await createFitment(fits.id, later)
    await createFitment(fits.id, later, 'avec ABS')
    const { vehicleAges } = await told(['vehicleAge'], fits.id, bare.id)
    assert.deepEqual(vehicleAges!.map(rounded), [
      [1, 1.083, 0.583, 0.646, 0.708, 0.771],
      [NONE, NONE, NONE, NONE, NONE, NONE],
    ])
    assert.deepEqual(await told(['vehicleAge'], bare.id), { vehicleAges: undefined })
  })

  test('tells how many pieces of a month were sold under a promotion', async ({ assert }) => {
    const [cheap, plain] = [await createProduct(), await createProduct()]
    for (const [month, price] of [100, 100, 100, 70, 100, 100].entries()) {
      await sql(
        `insert into sales_history (product_id, sold_on, quantity, unit_price, source)
         select id, make_date(2024, $1, 10), 2, case when id = $2 then $3 else 100 end, 'import'
         from products where id in ($2, $4)`,
        [month + 1, cheap.id, price, plain.id]
      )
    }
    const { promoted } = await told(['promotion'], cheap.id, plain.id)
    assert.deepEqual(promoted!.map(rounded), [
      [0, 0, 0, 2, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ])
    assert.deepEqual(await told(['promotion'], plain.id), { promoted: undefined })
  })

  test('tells categories, and nothing that is not asked for', async ({ assert }) => {
    const category = await createCategory('freinage')
    const [braking, loose] = [await createProduct({ category }), await createProduct()]
    const { categories } = await told(['category'], loose.id, braking.id)
    assert.deepEqual([...categories!], [0, category.id])
    assert.deepEqual(await told([], braking.id), {})
  })
})

test.group('Learning from the context', (group) => {
  group.setup(async () => {
    await emptyOrion()
    const category = await createCategory('freinage')
    await sellingProducts(60, (product, month, random) =>
      random < 0.5 ? 1 + ((product + month) % 3) : 0
    )
    await sql('update products set category_id = $1', [category.id])
    await sql(`update price_changes set changed_at = '2024-12-20'`)
    await sql(`update products set price = 60000 where sku like 'P-%5'`)
  })
  group.teardown(() => emptyOrion())

  const all = async () => {
    const { page } = await forecastsQuery({}, 100)
    return page.map(({ sku, means, leadQuantiles }) => ({ sku, means, leadQuantiles }))
  }

  test('is off unless it is asked for, and reads only what it is asked for', async ({ assert }) => {
    const { panel: bare } = await shopPanel(TODAY)
    assert.notProperty(bare, 'context')
    const { panel } = await shopPanel(TODAY, [
      'price',
      'category',
      'searches',
      'vehicleAge',
      'promotion',
    ])
    const context = panel.context!
    assert.sameMembers(Object.keys(context), ['prices', 'categories'])
    assert.deepEqual([...context.prices!.subarray(0, 3)], [NONE, 50_000, 50_000])
    assert.equal(context.prices!.length, panel.ids.length * panel.periods)
  })

  test('is done with --with, forecast with again, and the same for the same seed', async ({
    assert,
  }) => {
    const { exitCode, output } = await runCommand('orion:train', ['--with=price,category'])
    assert.equal(exitCode, 0, output)
    await forecastDemand({ today: TODAY })
    const told = await all()
    await trainModels({ today: TODAY, without: ['searches', 'vehicleAge', 'promotion'] })
    await forecastDemand({ today: TODAY })
    assert.deepEqual(await all(), told)
    const [{ key, manifest }] = await sql<{ key: string; manifest: Manifest }>(
      'select key, manifest from forecast_models order by id desc limit 1'
    )
    const { sets } = await loadModel(key, manifest)
    const pools = sets.flatMap(({ pool }) => pool ?? [])
    assert.isNotEmpty(pools)
    for (const { without } of pools)
      assert.sameMembers(without!, ['searches', 'vehicleAge', 'promotion'])
  })

  test('of a group that nobody knows is refused', async ({ assert }) => {
    const { exitCode, output } = await runCommand('orion:train', ['--with=price,moon'])
    assert.equal(exitCode, 1)
    assert.include(
      output,
      '--with=moon is unknown: price, category, searches, vehicleAge, promotion'
    )
  })
})

const rounded = (row: Float64Array) => [...row].map((value) => Math.round(value * 1_000) / 1_000)

function priced(id: number, at: string, price: number | null) {
  return sql(
    `insert into price_changes (product_id, old_price, new_price, changed_at, actor) values ($1, 1, $2, $3, 'test')`,
    [id, price, at]
  )
}

function asked(words: string, day: string, times: number) {
  return sql(
    `insert into unmet_demand (kind, words, asked_on, asked) values ('search', $1, $2, $3)`,
    [words, day, times]
  )
}
