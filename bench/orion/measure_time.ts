import { parseArgs } from 'node:util'
import type { ForecastOrder } from '#app/orion/forecasts/forecast_parts'
import type { ForecastRows } from '#app/orion/forecasts/forecast_rows'
import { packPanel } from '#app/orion/panel/packed_panel'
import type { Panel } from '#app/orion/panel/panel'
import { randomNumbers } from '#app/orion/random'
import { inThread } from '#app/orion/threads/in_thread'
import { type learnSets, type Training } from '#app/orion/training/learn_sets'

/** Months of the lead time of every part. */
const LEAD = 2
const THREADS = 2
const TRAIN = import.meta.resolve('../../app/orion/threads/train_thread.js')
const FORECAST = import.meta.resolve('../../app/orion/threads/forecast_thread.js')

/** Prints how long it takes to learn months and a lead time, and to forecast all parts in two threads. */
export async function measureTime(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { months: { type: 'string', default: '48' } },
  })
  const parts = Number(positionals[0] ?? 10_000)
  const panel = packPanel(drawn(parts, Number(values.months)))
  const before = performance.now()
  const order: Parameters<typeof learnSets>[0] = { panel, leads: [LEAD], seed: 1 }
  const { sets } = await inThread<Training>(TRAIN, order)
  const learned = performance.now()
  const share = Math.ceil(parts / THREADS)
  const orders = Array.from({ length: THREADS }, (_, thread): ForecastOrder => ({
    ...{ panel, sets, horizon: 12, leads: new Uint8Array(parts).fill(LEAD) },
    ...{ from: thread * share, until: Math.min(parts, (thread + 1) * share) },
  }))
  await Promise.all(orders.map((of) => inThread<ForecastRows>(FORECAST, of)))
  const seconds = (from: number, until: number) => ((until - from) / 1_000).toFixed(0)
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024)
  process.stdout.write(
    `${parts} parts, ${values.months} months: learned in ${seconds(before, learned)} s, forecast in ` +
      `${seconds(learned, performance.now())} s, at most ${peak} MB\n`
  )
  for (const { lead, choices } of sets) {
    const uses = Object.entries(choices).map(
      ([kind, { uses: by, pool, simple }]) => `${kind} ${by} ${pool ?? ''} ${simple}`
    )
    process.stdout.write(`lead ${lead}: ${uses.join(', ')}\n`)
  }
}

/** Parts that sell at a rate of their own, in sizes of their own, and slowly die out. */
function drawn(parts: number, months: number): Panel {
  const random = randomNumbers(5)
  const ids = Array.from({ length: parts }, (_, part) => `P${part}`)
  const values = ids.map(() => {
    const chance = 0.02 + 0.8 * random() ** 4
    const size = 1 + Math.floor(12 * random() ** 3)
    const fading = 1 - 0.03 * random()
    return Float64Array.from({ length: months }, (_, month) =>
      random() < chance * fading ** month ? 1 + Math.floor(2 * size * random()) : 0
    )
  })
  return { ids, season: 12, values }
}
