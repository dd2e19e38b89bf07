import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { forecastsQuery } from '#app/orion/forecasts/forecasts_query'
import { trainModels } from '#app/orion/training/train_models'
import { sql } from '#app/platform/database/sql'
import { repeats } from '#tests/depth'
import { emptyOrion, sellingProducts } from '#tests/support/sales'

/** What a killed run must leave as it was. */
async function standing() {
  const [state] = await sql('select model_id, run_id from forecast_state')
  const { page } = await forecastsQuery({}, 100)
  return { state, page }
}

/** Runs a command in a process of its own and kills it with -9 as soon as it says that it is in `phase`. */
async function killedIn(phase: string, command: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ['ace.js', command], {
    cwd: app.makePath(),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'silent' },
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += String(chunk)
    if (output.includes(phase)) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return child.signalCode
}

/** Sales of what is constant, of one spike, and of nothing; P-4 is unknown for half a year. */
const ODD: Partial<Record<number, (month: number) => number>> = {
  1: () => 5,
  2: (month) => (month === 12 ? 90_000 : 1),
  3: () => 0,
}

function emptyShelf(sku: string) {
  return sql(
    `insert into stock_movements (product_id, location_id, quantity, cause, actor, at)
     select p.id, (select min(id) from locations), m.pieces, 'stock_take', 'test', m.at::timestamptz
     from products p, (values (1, '2024-11-01'), (-1, '2026-04-01')) m (pieces, at) where p.sku = $1`,
    [sku]
  )
}

const forecastsIn = ({ page }: Awaited<ReturnType<typeof standing>>) =>
  page.map(({ sku, means, leadQuantiles }) => ({ sku, means, leadQuantiles }))
const skusOf = ({ page }: Awaited<ReturnType<typeof standing>>) => page.map(({ sku }) => sku)

const PHASES: [phase: string, command: string][] = [
  ['learning', 'orion:train'],
  ['forecasting', 'orion:forecast'],
  ['reading', 'orion:train'],
  ['reading', 'orion:forecast'],
  ['saving', 'orion:train'],
  ['storing', 'orion:forecast'],
]
/** A run may be done with these before the signal arrives: what stands is what stood, or all that is new. */
const LAST_PHASES = ['saving', 'storing']

test.group('Forecasting that is killed', (group) => {
  group.each.setup(() => emptyOrion())
  group.teardown(() => emptyOrion())
  group.each.timeout(repeats(300_000, 1_200_000))

  test('FC-01: killed in any phase the former forecasts stay, and the next run takes over', async ({
    assert,
  }) => {
    const work = { today: '2026-11-15' }
    await sellingProducts(20, (product, month) => ODD[product]?.(month) ?? (product + month) % 4)
    await emptyShelf('P-4')
    await trainModels(work)
    await forecastDemand(work)
    const first = await standing()
    let before = first
    // The input changes: a run that came through would say something else.
    await sql('update sales_history set quantity = quantity * 3')
    for (let round = 0; round < repeats(1, 5); round++) {
      for (const [phase, command] of PHASES.slice(0, repeats(2, PHASES.length))) {
        assert.equal(await killedIn(phase, command), 'SIGKILL', phase)
        const now = await standing()
        if (LAST_PHASES.includes(phase) && !isDeepStrictEqual(now.state, before.state)) {
          assert.sameMembers(skusOf(now), skusOf(before), `${command} was done when killed`)
          if (phase === 'saving') assert.deepEqual(now.page, before.page)
          before = now
          continue
        }
        assert.deepEqual(now, before, `${command} killed in ${phase}`)
      }
    }
    await trainModels(work)
    await forecastDemand(work)
    const after = await standing()
    assert.notDeepEqual(after.state, before.state)
    assert.isAbove(after.page[0].expected, 2 * first.page[0].expected)
    // The same sales and seed, the same answer, however often something was killed in between.
    await trainModels(work)
    await forecastDemand(work)
    assert.deepEqual(forecastsIn(await standing()), forecastsIn(after))
  })
})
