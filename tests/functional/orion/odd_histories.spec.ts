import { test } from '@japa/runner'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import {
  type Forecasted,
  forecastQuery,
  forecastsQuery,
} from '#app/orion/forecasts/forecasts_query'
import { trainModels } from '#app/orion/training/train_models'
import { sql } from '#app/platform/database/sql'
import { runCommand } from '#tests/support/imports'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'
import { temporaryFile } from '#tests/support/temporary_files'

const work = { today: TODAY }
const learnAndForecast = async () => {
  const trained = await trainModels(work)
  await forecastDemand(work)
  return trained
}
const said = (sku: string) => forecastQuery({ sku })
const now = async (sku: string) => (await said(sku))!

/** What each part sold in each of 24 months; the others sell none to three. */
const ODD: Record<string, (month: number) => number> = {
  'P-1': () => 0,
  'P-2': (month) => (month === 20 ? 1 : 0),
  'P-3': (month) => (month === 3 || month === 20 ? 2 : 0),
  'P-4': () => 12,
  'P-5': (month) => month,
  'P-6': (month) => (month === 12 ? 90_000 : 1),
  'P-7': () => 3,
  'P-8': (month) => (month < 2 || month > 20 ? 4 : 0),
  'P-9': (month) => (month > 11 ? 5 : 0),
  'P-10': (month) => (month > 11 ? 0 : 5),
  'P-11': () => 2,
}

test.group('Odd histories in one shop', (group) => {
  group.setup(async () => {
    await emptyOrion()
    await sellingProducts(30, (product, month, random) =>
      ODD[`P-${product}`] ? ODD[`P-${product}`](month) : random * 3
    )
    await sql(`insert into sales_history (product_id, sold_on, quantity, document, source)
      select p.id, r.day::date, r.pieces, 'A' || r.day, 'import' from products p join (values ('P-7', '2026-10-11', -30)) r (sku, day, pieces)
        on r.sku = p.sku
      union all
      select s.product_id, s.sold_on, -s.quantity, 'A' || s.document, 'import' from sales_history s
      join products p on p.id = s.product_id and p.sku = 'P-11'`)
    await sql(`insert into products (sku, slug, brand_id, name_fr, status, created_at, price)
      select n.sku, lower(n.sku), b.id, 'Neuve', 'active', n.since::timestamptz, 1000
      from brands b, (values ('BORN', '2026-11-14'), ('NEW', '2026-03-10')) n (sku, since)`)
    await sql(`update products set superseded_by_id = (select id from products where sku = 'P-9')
      where sku = 'P-10'`)
    await sql(`update products set status = 'archived' where sku = 'P-10'`)
    await learnAndForecast()
  })
  group.teardown(() => emptyOrion())

  test('all of them together: every forecast is sound', async ({ assert }) => {
    const { page } = await forecastsQuery({}, 100)
    assert.lengthOf(page, 29)
    for (const one of page) assertSound(one)
  })

  test('0 sales: a part of long ago is not forecast, one that is new is', async ({ assert }) => {
    assert.isUndefined(await said('P-1'))
    const fresh = await now('NEW')
    assertSound(fresh)
    assert.include(fresh, { knownMonths: 8, demandClass: 'unsold' })
  })

  test('1 sale: little is expected, and the class says why', async ({ assert }) => {
    const once = await now('P-2')
    assert.include(once, { demandClass: 'unsold', knownMonths: 24 })
    assert.isBelow(once.means[0], 1)
  })

  test('2 sales: little is expected', async ({ assert }) => {
    const { demandClass, means } = await now('P-3')
    assert.equal(demandClass, 'intermittent')
    assert.isBelow(means[0], 1.5)
  })

  test('all zero: a part of which everything came back is not forecast', async ({ assert }) => {
    assert.isUndefined(await said('P-11'))
  })

  test('constant: it goes on', async ({ assert }) => {
    const { means, q50, demandClass } = await now('P-4')
    assert.equal(demandClass, 'smooth')
    assert.closeTo(means[0], 12, 1.5)
    assert.closeTo(q50[0], 12, 1)
  })

  test('one huge outlier: it is shown, and hardly changes what is expected', async ({ assert }) => {
    const outlier = await now('P-6')
    assert.isBelow(outlier.q99[0], 20)
    assert.equal(outlier.history[12], 90_000)
    assert.deepEqual(outlier.facts.oneOff, { monthsAgo: 12, pieces: 90_000, seen: 1 })
  })

  test('negative: more came back than was sold, which is a month without demand', async ({
    assert,
  }) => {
    const { history, means } = await now('P-7')
    assert.deepEqual(history.slice(-2), [3, 0])
    assert.isAbove(means[0], 0)
  })

  test('gaps: a year and a half without a sale', async ({ assert }) => {
    const { history, means } = await now('P-8')
    assert.deepEqual(history.slice(0, 4), [4, 4, 0, 0])
    assert.isTrue(means[0] > 0 && means[0] < 6)
  })

  test('part born yesterday: it goes by what others of its kind did', async ({ assert }) => {
    const born = await now('BORN')
    assertSound(born)
    assert.include(born, { knownMonths: 0, demandClass: 'unsold' })
    assert.include(['pool', 'movingAverage'], born.model)
  })

  test('superseded part: its successor has its history', async ({ assert }) => {
    assert.isUndefined(await said('P-10'))
    const heir = await now('P-9')
    assert.deepEqual(heir.history, new Array<number>(24).fill(5))
    assert.closeTo(heir.means[0], 5, 1)
  })
})

test.group('Odd shops', (group) => {
  group.each.setup(() => emptyOrion())
  group.teardown(() => emptyOrion())

  test('without any sale, and before anything was learned, the command says what to do', async ({
    assert,
  }) => {
    const untold = await runCommand('orion:train', [])
    assert.include(untold, { exitCode: 1 })
    assert.include(untold.output, 'no whole month of sales is known yet')
    await sellingProducts(3, () => 1)
    const untrained = await runCommand('orion:forecast', [])
    assert.include(untrained.output, 'nothing was learned yet: run orion:train first')
    const { output } = await runCommand('orion:forecast', ['--horizon=13'])
    assert.include(output, '--horizon takes 1 to 12 months')
  })

  test('of less than a year go by averages or the pool', async ({ assert }) => {
    await sellingProducts(12, (_, month) => (month > 18 ? 4 : 0))
    await learnAndForecast()
    const { page } = await forecastsQuery({}, 100)
    assert.lengthOf(page, 12)
    for (const { model, means } of page) {
      assert.include(['pool', 'movingAverage'], model)
      assert.closeTo(means[0], 4, 0.5)
    }
  })

  test('duplicate rows: a list that tells every sale twice, sent twice, is forecast as one that does not', async ({
    assert,
    test: self,
  }) => {
    const lines = Array.from({ length: 24 }, (_, month) =>
      Array.from({ length: 12 }, (__, at) => {
        const day = new Date(Date.UTC(2024, 10 + month, 10)).toISOString().slice(0, 10)
        return `${day},P-${at + 1},${1 + ((at + month) % 4)},10.000,F${month}`
      })
    ).flat()
    const list = (rows: string[]) =>
      temporaryFile(
        self,
        'ventes.csv',
        ['date,sku,quantity,unit_price,document', ...rows, ''].join('\n')
      )
    const forecastOf = async (...paths: string[]) => {
      await emptyOrion()
      await sellingProducts(12, () => 0)
      for (const path of paths) {
        const { exitCode, output } = await runCommand('sales:import', [path])
        assert.equal(exitCode, 0, output)
      }
      await learnAndForecast()
      const { page } = await forecastsQuery({}, 100)
      return page.map(({ sku, means, leadQuantiles }) => ({ sku, means, leadQuantiles }))
    }
    const once = await forecastOf(await list(lines))
    assert.lengthOf(once, 12)
    const doubled = await list(lines.flatMap((line) => [line, line]))
    assert.deepEqual(await forecastOf(doubled, doubled), once)
  })

  test('stock-out half the time: a part is not taken for a slow one', async ({ assert }) => {
    await sellingProducts(12, (product, month) => (product === 1 && month % 2 ? 0 : 6))
    await sql(`insert into stock_movements (product_id, location_id, quantity, cause, actor, at)
      select p.id, l.id, case when m % 2 = 0 then 6 else -6 end, 'stock_take', 'test',
        '2024-11-01'::timestamptz + make_interval(months => m)
      from products p, generate_series(0, 23) m, (select min(id) as id from locations) l where p.sku = 'P-1'`)
    await learnAndForecast()
    const { means, knownMonths } = await now('P-1')
    assert.isAtMost(knownMonths, 13)
    assert.isAbove(means[0], 5)
  })

  test('10 years daily: five years of months', async ({ assert }) => {
    await sellingProducts(3, (product) => product)
    await sql(`insert into sales_history (product_id, sold_on, quantity, document, source)
      select p.id, d::date, 1, 'D' || d::date, 'import'
      from products p, generate_series('2016-11-01'::date, '2026-10-31', interval '1 day') d where p.sku = 'P-1'`)
    const { months } = await learnAndForecast()
    assert.equal(months, 60)
    const { means, knownMonths } = await now('P-1')
    assert.equal(knownMonths, 60)
    assert.closeTo(means[0], 31, 3)
  })
})

function assertSound({ sku, means, q50, q99, leadMean, leadQuantiles }: Forecasted) {
  for (const figure of [...means, ...q50, ...q99, leadMean, ...leadQuantiles]) {
    if (!Number.isFinite(figure) || figure < 0) throw new Error(`${sku} is forecast ${figure}`)
  }
}
