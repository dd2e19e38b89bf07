import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { forecastQuery, forecastsQuery } from '#app/orion/forecasts/forecasts_query'
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
