import { spawn } from 'node:child_process'
import { once } from 'node:events'
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

const PHASES: [phase: string, command: string][] = [
  ['learning', 'orion:train'],
  ['forecasting', 'orion:forecast'],
  ['reading', 'orion:train'],
  ['reading', 'orion:forecast'],
]

test.group('Forecasting that is killed', (group) => {
  group.each.setup(() => emptyOrion())
  group.teardown(() => emptyOrion())
  group.each.timeout(300_000)

  test('FC-01: killed in any phase the former forecasts stay, and the next run takes over', async ({
    assert,
  }) => {
    const work = { today: '2026-11-15' }
    await sellingProducts(20, (product, month) => (product + month) % 4)
    await trainModels(work)
    await forecastDemand(work)
    const before = await standing()
    // The input changes: a run that came through would say something else.
    await sql('update sales_history set quantity = quantity * 3')
    for (let round = 0; round < repeats(1, 5); round++) {
      for (const [phase, command] of PHASES.slice(0, repeats(2, PHASES.length))) {
        assert.equal(await killedIn(phase, command), 'SIGKILL', phase)
        assert.deepEqual(await standing(), before, `${command} killed in ${phase}`)
      }
    }
    await trainModels(work)
    await forecastDemand(work)
    const after = await standing()
    assert.notDeepEqual(after.state, before.state)
    assert.isAbove(after.page[0].expected, 2 * before.page[0].expected)
  })
})
