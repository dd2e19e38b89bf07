import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import {
  type Forecasted,
  forecastQuery,
  forecastsQuery,
} from '#app/orion/forecasts/forecasts_query'
import { oneAtATime } from '#app/orion/training/orion_lock'
import { trainModels } from '#app/orion/training/train_models'
import { storagePath } from '#app/platform/files/storage'
import { sql } from '#app/platform/database/sql'
import { runCommand } from '#tests/support/imports'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'

const work = { today: TODAY }
const all = async () => {
  const { page } = await forecastsQuery({}, 100)
  return page
}
const now = async (product: number) => (await forecastQuery({ sku: `P-${product}` }))!

test.group('Training and forecasting', (group) => {
  group.setup(async () => {
    await emptyOrion()
    await sellingProducts(40, (product, month, random) =>
      product <= 2 ? 10 : random < 0.3 ? 1 + ((product + month) % 3) : 0
    )
    await trainModels(work)
    await forecastDemand(work)
  })
  group.teardown(() => emptyOrion())

  test('a part that always sells ten is forecast to sell ten, with its error beside the naive one', async ({
    assert,
  }) => {
    const steady = await now(1)
    assert.equal(steady.origin, '2026-11-01')
    assert.lengthOf(steady.means, 12)
    for (const mean of steady.means) assert.closeTo(mean, 10, 1.5)
    assert.include(steady, { knownMonths: 24, demandClass: 'smooth', leadDays: 21, leadMonths: 1 })
    assert.deepEqual(steady.history.slice(-3), [10, 10, 10])
    const { origins, naiveMae, wape } = steady.backtest!
    assert.deepEqual({ origins, naiveMae }, { origins: 8, naiveMae: 0 })
    assert.isBelow(wape!, 0.2)
  })

  test('quantiles are in order, over each month and over the lead time', async ({ assert }) => {
    const { page } = await forecastsQuery({}, 100)
    assert.lengthOf(page, 40)
    for (const { q50, q90, q95, q99, leadQuantiles } of page) {
      for (let month = 0; month < 12; month++) {
        assert.isTrue(q50[month] <= q90[month] && q90[month] <= q95[month])
        assert.isAtMost(q95[month], q99[month])
      }
      assert.deepEqual(
        [...leadQuantiles].sort((one, other) => one - other),
        leadQuantiles
      )
      assert.lengthOf(leadQuantiles, 13)
    }
  })

  test('the same sales and seed give the same forecasts', async ({ assert }) => {
    const before = await all()
    await trainModels(work)
    await forecastDemand(work)
    assert.deepEqual(await all(), before)
  })

  test('lists go on where a page ended, what sells most first', async ({ assert }) => {
    const first = await forecastsQuery({}, 15)
    const second = await forecastsQuery({}, 100, first.nextCursor!)
    const ids = [...first.page, ...second.page].map(({ id }) => id)
    assert.equal(new Set(ids).size, 40)
    assert.includeMembers([first.page[0].sku, first.page[1].sku], ['P-1', 'P-2'])
    const smooth = await forecastsQuery({ demandClass: 'smooth', q: 'p-2' }, 100)
    assert.deepEqual(
      smooth.page.map(({ sku }) => sku),
      ['P-2']
    )
  })

  test('a horizon of three months is three months', async ({ assert }) => {
    await forecastDemand({ ...work, horizon: 3 })
    const { means } = await now(1)
    assert.lengthOf(means, 3)
    await forecastDemand(work)
  })

  test('one at a time: whoever comes second is told so', async ({ assert }) => {
    await oneAtATime(async () => {
      const { exitCode, output } = await runCommand('orion:train', [])
      assert.equal(exitCode, 1)
      assert.include(output, 'Orion trains or forecasts at this moment')
    })
  })

  test('a model whose files are not what was saved is not used, and the forecasts stay', async ({
    assert,
  }) => {
    const before = await now(1)
    const [{ key }] = await sql<{ key: string }>(
      'select key from forecast_models order by id desc limit 1'
    )
    const path = join(storagePath('models'), key, 'months.bin')
    const saved = await readFile(path)
    await writeFile(path, Buffer.concat([saved, Buffer.from('x')]))
    await assert.rejects(() => forecastDemand(work), /is not what was saved: train again/)
    await writeFile(path, saved)
    assert.deepEqual(await now(1), before)
  })

  test('work that is broken off changes nothing, in whatever phase', async ({ assert }) => {
    const before = await all()
    const state = () => sql('select model_id, run_id from forecast_state')
    const pointed = await state()
    for (const phase of ['reading', 'learning', 'saving']) {
      await assert.rejects(() => trainModels({ ...work, onProgress: breakAt(phase) }), /broken off/)
    }
    for (const phase of ['reading', 'forecasting', 'storing']) {
      await assert.rejects(
        () => forecastDemand({ ...work, onProgress: breakAt(phase) }),
        /broken off/
      )
    }
    assert.deepEqual(await state(), pointed)
    assert.deepEqual(await all(), before)
  })

  test('a signal ends a run in whatever phase, and nothing changes', async ({ assert }) => {
    const state = () => sql('select model_id, run_id from forecast_state')
    const pointed = await state()
    for (const phase of ['reading', 'learning', 'saving']) {
      await assert.rejects(() => trainModels({ ...work, ...stopAt(phase) }), /stopped/)
    }
    for (const phase of ['reading', 'forecasting', 'storing']) {
      await assert.rejects(() => forecastDemand({ ...work, ...stopAt(phase) }), /stopped/)
    }
    assert.deepEqual(await state(), pointed)
  })
})

test.group('Odd histories', (group) => {
  group.each.setup(() => emptyOrion())
  group.teardown(() => emptyOrion())

  test('of every kind get sound forecasts, and bare ones say what they are', async ({ assert }) => {
    await sellingProducts(30, (product, month, random) => ODD[product]?.(month) ?? random * 3)
    await sql(`insert into sales_history (product_id, sold_on, quantity, document, source)
      select id, '2026-10-11', -30, 'A', 'import' from products where sku = 'P-7'`)
    await sql(`insert into products (sku, slug, brand_id, name_fr, status, created_at, price)
      select 'NEW', 'new', id, 'Neuve', 'active', '2026-11-14', 1000 from brands`)
    await sql(`update products set superseded_by_id = (select id from products where sku = 'P-9')
      where sku = 'P-10'`)
    await sql(`update products set status = 'archived' where sku = 'P-10'`)
    await trainModels(work)
    await forecastDemand(work)
    const { page } = await forecastsQuery({}, 100)
    const bySku = new Map(page.map((one) => [one.sku, one]))
    for (const one of page) assert.isTrue(isSound(one), one.sku)
    assert.isFalse(bySku.has('P-1'), 'never sold, old')
    assert.isFalse(bySku.has('P-10'), 'superseded')
    assert.equal(bySku.get('NEW')!.knownMonths, 0)
    assert.include(['pool', 'movingAverage'], bySku.get('NEW')!.model)
    const [outlier, returned, heir] = [await now(6), await now(7), await now(9)]
    assert.deepEqual(heir.history.slice(-2), [5, 5])
    assert.equal(returned.history.at(-1), 0)
    assert.isBelow(outlier.q99[0], 20)
    assert.equal(outlier.history[12], 90_000)
    assert.deepEqual(outlier.facts.oneOff, { monthsAgo: 12, pieces: 90_000, seen: 1 })
  })

  /** By product: never sold, once, twice, constant, growing, one huge sale, more returned than sold. */
  const ODD: Partial<Record<number, (month: number) => number>> = {
    1: () => 0,
    2: (month) => (month === 20 ? 1 : 0),
    3: (month) => (month === 3 || month === 20 ? 2 : 0),
    4: () => 12,
    5: (month) => month,
    6: (month) => (month === 12 ? 90_000 : 1),
    7: (month) => (month === 23 ? 2 : 3),
    8: (month) => (month < 2 || month > 20 ? 4 : 0),
    9: (month) => (month > 11 ? 5 : 0),
    10: (month) => (month > 11 ? 0 : 5),
  }

  test('a shop of less than a year goes by averages or the pool', async ({ assert }) => {
    await sellingProducts(12, (_, month) => (month > 18 ? 4 : 0))
    await trainModels(work)
    await forecastDemand(work)
    for (const { model, means } of await all()) {
      assert.include(['pool', 'movingAverage'], model)
      assert.closeTo(means[0], 4, 0.5)
    }
  })

  test('a part that is out of stock half the time is not taken for a slow one', async ({
    assert,
  }) => {
    await sellingProducts(12, (product, month) => (product === 1 && month % 2 ? 0 : 6))
    await sql(`insert into stock_movements (product_id, location_id, quantity, cause, actor, at)
      select p.id, l.id, case when m % 2 = 0 then 6 else -6 end, 'stock_take', 'test',
        '2024-11-01'::timestamptz + make_interval(months => m)
      from products p, generate_series(0, 23) m, (select min(id) as id from locations) l where p.sku = 'P-1'`)
    await trainModels(work)
    await forecastDemand(work)
    const { means, knownMonths } = await now(1)
    assert.isAtMost(knownMonths, 13)
    assert.isAbove(means[0], 5)
  })

  test('ten years of daily sales are five years of months', async ({ assert }) => {
    await sellingProducts(3, (product) => product)
    await sql(`insert into sales_history (product_id, sold_on, quantity, document, source)
      select p.id, d::date, 1, 'D' || d::date, 'import'
      from products p, generate_series('2016-11-01'::date, '2026-10-31', interval '1 day') d where p.sku = 'P-1'`)
    const { months } = await trainModels(work)
    await forecastDemand(work)
    assert.equal(months, 60)
    const { means, knownMonths } = await now(1)
    assert.equal(knownMonths, 60)
    assert.closeTo(means[0], 31, 3)
  })

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
})

const breakAt =
  (broken: string) =>
  ({ phase }: { phase: string }) => {
    if (phase === broken) throw new Error(`broken off: ${phase}`)
  }

function stopAt(stopped: string) {
  const controller = new AbortController()
  const onProgress = ({ phase }: { phase: string }) => {
    if (phase === stopped) controller.abort(new Error(`stopped: ${phase}`))
  }
  return { signal: controller.signal, onProgress }
}

function isSound({ means, q50, q99, leadMean, leadQuantiles }: Forecasted): boolean {
  return [...means, ...q50, ...q99, leadMean, ...leadQuantiles].every(
    (figure) => Number.isFinite(figure) && figure >= 0
  )
}
