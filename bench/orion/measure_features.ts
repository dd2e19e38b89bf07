import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { against, JUDGED } from '#app/orion/backtest_cases'
import { besideRelatives, panelOf } from '#app/orion/evaluation/evaluate_history'
import { readHistory } from '#app/orion/evaluation/read_history'
import { pinball } from '#app/orion/models/levels'
import { demandIn, type Panel } from '#app/orion/panel/panel'
import {
  CONTEXT_GROUPS,
  FEATURE_GROUPS,
  type FeatureGroup,
  OFF_BY_DEFAULT,
  untoldGroups,
} from '#app/orion/pool/features'
import { poolForecasters, trainPool } from '#app/orion/pool/pooled_model'
import { interval95 } from '../interval.js'
import { demoMonths } from './demo_months.js'
import { weeklySales } from './weekly_sales.js'

const LEAD = { ahead: 1, periods: 2 }
/** The last periods are those of the tables: nothing is looked at here that they are measured on. */
const TESTED = { 'carparts.csv.gz': 12, 'raf_parts.csv.gz': 12, 'auto_parts.csv.gz': 6 }
/** Relatives stand beside each other: parts are drawn in runs. */
const RUN = 50

/** Losses of each part at the judged levels, all origins and seeds together. */
type Losses = Float64Array[]

/** A history without the periods of the tables, and how many of its last ones are forecast. */
interface Sample {
  name: string
  panel: Panel
  tested: number
}

/**
 * What each group of features is worth to the pool, all its members together: the loss with it, the loss without it
 * (mean of five quantile losses), the one over the other, and the 95 % interval of that over the parts. Above 1 the group helps. With `--without`
 * only those groups are left out, all at once. A history that tells a context is asked for the groups of the context
 * alone: each is added to what everybody looks at. Of those histories `--until=0` takes the last periods as well.
 */
export async function measureFeatures(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '1,2' },
      parts: { type: 'string', default: '600' },
      file: { type: 'string' },
      without: { type: 'string' },
      until: { type: 'string' },
    },
  })
  const seeds = values.seeds.split(',').map(Number)
  const groups = Object.keys(FEATURE_GROUPS) as FeatureGroup[]
  const asked = groups.filter((group) => values.without?.split(',').includes(group))
  for await (const { name, panel, tested } of samples(positionals[0], values)) {
    const known = panel.values[0].length - tested
    print(`\n${name}: ${panel.ids.length} parts, ${known} periods known, ${tested} forecast`)
    const plain = await losses(panel, known, seeds, OFF_BY_DEFAULT)
    const demand = seeds.length * demandOf(panel, known)
    const row = (leftOut: FeatureGroup[], whole: Losses, without: Losses) => {
      const ratio = against(sum(whole), sum(without))
      const figures = [meanLoss(whole, demand), meanLoss(without, demand), ratio]
      const [low, high] = interval(whole, without)
      const cells = figures.map((figure) => figure.toFixed(4))
      print(
        `${leftOut.join(', ')} | ${cells.join(' | ')} | ${low.toFixed(4)} to ${high.toFixed(4)}`
      )
    }
    print('left out | loss with | without | without ÷ with | 95 % interval')
    for (const leftOut of trialsOf(panel, asked)) {
      const others = OFF_BY_DEFAULT.filter((group) => !leftOut.includes(group))
      const isOff = others.length < OFF_BY_DEFAULT.length
      const told = await losses(panel, known, seeds, isOff ? others : [...others, ...leftOut])
      row(leftOut, ...(isOff ? ([told, plain] as const) : ([plain, told] as const)))
    }
  }
}

/** Groups that are left out together, one trial after the other. */
function trialsOf(panel: Panel, asked: FeatureGroup[]): FeatureGroup[][] {
  if (asked.length) return [asked]
  const groups = Object.keys(FEATURE_GROUPS) as FeatureGroup[]
  const untold: FeatureGroup[] = untoldGroups(panel)
  const isContext = (group: FeatureGroup) => group in CONTEXT_GROUPS
  return groups
    .filter((group) => !untold.includes(group) && isContext(group) === Boolean(panel.context))
    .map((group) => [group])
}

/** `demo`, the file of Online Retail II, or a folder with the histories of the tables. */
async function* samples(
  source: string,
  { file: only, parts, until }: { file?: string; parts: string; until?: string }
): AsyncGenerator<Sample> {
  if (source === 'demo') {
    yield { name: 'demo', panel: shortened(await demoMonths(), until ?? '-6'), tested: 6 }
  } else if (source.endsWith('.gz')) {
    const panel = await weeklySales(source, Number(parts))
    yield { name: basename(source), panel: shortened(panel, until ?? '-12'), tested: 12 }
  } else {
    for (const [name, tested] of Object.entries(TESTED)) {
      if (only !== undefined && only !== name) continue
      const panel = await someParts(join(source, name), tested, Number(parts))
      yield { name, panel, tested }
    }
  }
}

/** Without the last periods: `-6` drops six of them, `0` none. */
function shortened(panel: Panel, until: string): Panel {
  return { ...panel, values: panel.values.map((row) => row.slice(0, Number(until) || row.length)) }
}

async function someParts(path: string, tested: number, most: number): Promise<Panel> {
  const history = await readHistory(path)
  const { ids } = history
  const runs = Math.ceil(ids.length / RUN)
  const stride = Math.max(1, runs / Math.ceil(most / RUN))
  const taken = new Set(Array.from({ length: runs }, (_, at) => Math.floor(at * stride)))
  const order = history.besideRelatives ? [...ids.keys()] : besideRelatives(ids)
  const rows = order.filter((_, at) => taken.has(Math.floor(at / RUN)))
  const earlier = { ...history, values: history.values.map((of) => of.slice(0, -tested)) }
  return panelOf(earlier, rows, earlier.values[0].length - tested)
}

async function losses(panel: Panel, known: number, seeds: number[], without: FeatureGroup[]) {
  const summed: Losses = panel.ids.map(() => new Float64Array(JUDGED.length))
  for (const seed of seeds) {
    const pool = await trainPool(panel, known, [LEAD], seed, { without })
    if (!pool) throw new Error('too few parts to learn from: take more')
    const forecast = poolForecasters(pool, panel).both
    for (const { part, origin, actual } of judgedWindows(panel, known)) {
      const { quantiles } = forecast(part, origin, LEAD)
      for (const [column, { level, at }] of JUDGED.entries()) {
        summed[part][column] += pinball(level, quantiles[at], actual)
      }
    }
  }
  return summed
}

function demandOf(panel: Panel, known: number): number {
  let pieces = 0
  for (const { actual } of judgedWindows(panel, known)) pieces += actual
  return pieces
}

/** Every window of the last periods of which all is known. */
function* judgedWindows({ values }: Panel, known: number) {
  for (const [part, of] of values.entries()) {
    for (let origin = known - 1; origin + LEAD.periods < of.length; origin++) {
      const actual = demandIn(of, origin, LEAD)
      if (!Number.isNaN(actual)) yield { part, origin, actual }
    }
  }
}

/** Twice the pinball loss over the demand, mean of the judged levels. */
function meanLoss(each: Losses, demand: number): number {
  const total = sum(each)
  return (2 * total.reduce((all, loss) => all + loss, 0)) / total.length / demand
}

const interval = (whole: Losses, without: Losses) =>
  interval95(whole.length, (drawn) => {
    const of = (each: Losses) => sum(drawn.map((part) => each[part]))
    return against(of(whole), of(without))
  })

function sum(each: Losses): Float64Array {
  const total = new Float64Array(JUDGED.length)
  for (const part of each) {
    for (const [column, loss] of part.entries()) total[column] += loss
  }
  return total
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}
