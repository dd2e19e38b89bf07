import { parseArgs } from 'node:util'
import { drawCases } from '#app/orion/backtest_cases'
import { FAST_CLASSES } from '#app/orion/fast/fast_classes'
import { candidatesFor, type Ensemble, ensembleForecaster } from '#app/orion/fast/ensemble'
import { FAST_MODELS } from '#app/orion/fast/fast_models'
import type { Forecaster } from '#app/orion/forecaster'
import { levelAt } from '#app/orion/models/levels'
import { demandClass } from '#app/orion/panel/demand_class'
import { demandIn, type DemandWindow, type Panel } from '#app/orion/panel/panel'
import { poolForecasters } from '#app/orion/pool/pooled_model'
import { trainForecaster } from '#app/orion/train_forecaster'
import { interval95 } from '../interval.js'
import { demoMonths } from './demo_months.js'
import { weeklySales } from './weekly_sales.js'

const ITEMS = 500
const TESTED = 12
const MEDIAN = levelAt(0.5)

/** What is held out, and how it is forecast: from so many origins, so many periods ahead. */
interface Protocol {
  panel: Panel
  heldOut: number
  origins: number
  windows: DemandWindow[]
}

type Said = { part: number; actual: number; point: number }

/** Prints what `bench/orion.ts` promises of fast movers. */
export async function measureFastMovers(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '1,2,3' },
      until: { type: 'string', default: '0' },
    },
  })
  const protocol =
    positionals[0] === 'demo'
      ? await monthsOfDemo()
      : await weeksOf(positionals[0], Number(values.until))
  const { panel, heldOut, windows } = protocol
  const known = panel.values[0].length - heldOut
  const kinds = panel.values.map((sold) => demandClass(sold, known - 1))
  const isFast = (part: number) => (FAST_CLASSES as readonly string[]).includes(kinds[part])
  print(`${panel.ids.length} items, ${panel.values[0].length} periods, ${known} known`)
  print(`${kinds.filter((_, part) => isFast(part)).length} of them smooth or erratic`)
  for (const seed of values.seeds.split(',').map(Number)) {
    const trained = await trainForecaster(panel, known, windows, seed)
    const told = (forecast: Forecaster) => tell(protocol, known, forecast)
    print(`\nseed ${seed}: WAPE of all items, of smooth and erratic ones`)
    const report = (name: string, said: Said[]) =>
      print(
        [name.padEnd(24), wape(said), wape(said.filter(({ part }) => isFast(part)))]
          .map((cell) => (typeof cell === 'number' ? cell.toFixed(4) : cell))
          .join(' ')
      )
    report('last value', told(pointsOf('lastValue', panel)))
    report('mean of four periods', told(pointsOf('recentAverage', panel)))
    report('seasonal naive', told(pointsOf('seasonalNaive', panel)))
    const pipeline = told(trained.forecast)
    report('pipeline', pipeline)
    const alone = new Map<string, Said[]>()
    for (const [name, forecast] of members(protocol, known, trained, kinds)) {
      alone.set(name.trim(), told(forecast))
      report(name, alone.get(name.trim())!)
    }
    const [informed, uninformed] = [alone.get('prophetWithCalendar'), alone.get('prophet')]
    if (informed) print(`calendar: ${gainOf(informed, uninformed!)}`)
    print(`MAPE below 30 %: ${shareBelow(pipeline.filter(({ part }) => isFast(part)))}`)
    for (const kind of FAST_CLASSES) {
      const { uses, simple, ratio, ensemble } = trained.choices[kind]
      const weights = trained.ensembles?.[kind]?.map(
        ({ name, weights: shares }) =>
          `${name} ${shares.map((share) => share.toFixed(2)).join(' ')}`
      )
      print(`${kind}: ${uses}/${simple} × ${ratio.toFixed(3)}, ensemble × ${ensemble?.toFixed(3)}`)
      print(`  ${weights?.join('; ') ?? 'not chosen'}`)
    }
  }
}

/** Each model alone, as it is in an ensemble; parts of other classes are forecast as the pipeline does. */
function members(
  { panel, windows }: Protocol,
  known: number,
  trained: Awaited<ReturnType<typeof trainForecaster>>,
  kinds: string[]
): [string, Forecaster][] {
  const pool = trained.pool && poolForecasters(trained.pool, panel).size
  const from = known - Math.min(TESTED, Math.floor(known / 3))
  const cases = drawCases(panel, { from, until: known, windows })
  const candidates = new Map<string, Ensemble>(
    FAST_CLASSES.map((kind) => {
      const own = cases.filter((one) => one.kind === kind)
      return [kind, candidatesFor(own, panel, pool)]
    })
  )
  return candidates.get('smooth')!.map(({ name }) => {
    const alone = new Map(
      [...candidates].map(([kind, all]) => [
        kind,
        ensembleForecaster([all.find((one) => one.name === name)!], panel, pool),
      ])
    )
    return [
      `  ${name}`,
      (part, origin, window) => (alone.get(kinds[part]) ?? trained.forecast)(part, origin, window),
    ]
  })
}

function pointsOf(name: keyof typeof FAST_MODELS, panel: Panel): Forecaster {
  return (part, origin, window) => {
    const mean = FAST_MODELS[name](panel.values[part], panel.season)(origin, window)
    return { mean, quantiles: new Float64Array(13).fill(mean) }
  }
}

function tell({ panel, origins, windows }: Protocol, known: number, forecast: Forecaster): Said[] {
  return panel.values.flatMap((sold, part) =>
    Array.from({ length: origins }, (_, at) => known - 1 + at).flatMap((origin) =>
      windows
        .filter((window) => !Number.isNaN(demandIn(sold, origin, window)))
        .map((window) => ({
          part,
          actual: demandIn(sold, origin, window),
          point: forecast(part, origin, window).quantiles[MEDIAN],
        }))
    )
  )
}

function wape(said: Said[]): number {
  const error = said.reduce((sum, { actual, point }) => sum + Math.abs(actual - point), 0)
  return error / said.reduce((sum, { actual }) => sum + actual, 0)
}

/** Absolute errors without something over those with it, and the 95 % interval of that over the items. */
function gainOf(informed: Said[], uninformed: Said[]): string {
  const errors = [informed, uninformed].map((said) =>
    [...Map.groupBy(said, ({ part }) => part).values()].map((own) =>
      own.reduce((sum, { actual, point }) => sum + Math.abs(actual - point), 0)
    )
  )
  const ratioOf = (rows: number[]) => {
    const [known, unknown] = errors.map((each) => rows.reduce((sum, row) => sum + each[row], 0))
    return unknown / known
  }
  const [low, high] = interval95(errors[0].length, ratioOf).map((ratio) => ratio.toFixed(4))
  return `without ÷ with ${ratioOf([...errors[0].keys()]).toFixed(4)}, ${low} to ${high}`
}

/** Share of the items whose mean percentage error, of the weeks in which they sold, is below 30 %. */
function shareBelow(said: Said[]): string {
  const byPart = [...Map.groupBy(said, ({ part }) => part).values()].map((own) => {
    const sold = own.filter(({ actual }) => actual > 0)
    return (
      sold.reduce((sum, { actual, point }) => sum + Math.abs(actual - point) / actual, 0) /
      sold.length
    )
  })
  const met = byPart.filter((mape) => mape < 0.3).length
  return `${met} of ${byPart.length}`
}

async function weeksOf(path: string, until: number): Promise<Protocol> {
  const panel = await weeklySales(path, ITEMS)
  const values = panel.values.map((row) => row.slice(0, until || row.length))
  return { panel: { ...panel, values }, heldOut: 12, origins: 8, windows: ahead(4) }
}

async function monthsOfDemo(): Promise<Protocol> {
  return { panel: await demoMonths(), heldOut: 6, origins: 4, windows: ahead(3) }
}

function ahead(most: number): DemandWindow[] {
  return Array.from({ length: most }, (_, at) => ({ ahead: at + 1, periods: 1 }))
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}
