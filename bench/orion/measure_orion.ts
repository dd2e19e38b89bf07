import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Choices } from '#app/orion/choose_models'
import { evaluateHistory, panelOf } from '#app/orion/evaluation/evaluate_history'
import { readHistory, type History } from '#app/orion/evaluation/read_history'
import { simulateStock, stockAtFill, type StockPoint } from '#app/orion/evaluation/stock_simulation'
import { simpleModels } from '#app/orion/forecaster'
import { levelAt, pinball } from '#app/orion/models/levels'
import type { SimpleName } from '#app/orion/models/simple_models'
import type { Forecast } from '#app/orion/panel/panel'
import { MOST_MASE, type Scored, SCORED, STUDIED, type StudiedSet, TOLERATED } from './study.js'

const LEAD = 2
/** What an evaluator that only knows the levels of the contract interpolates between. */
const FEW_LEVELS: readonly number[] = [0.5, 0.9, 0.95, 0.99]
const FILLS = [0.8, 0.85, 0.9, 0.95]

/** Prints what `bench/orion.ts` promises. */
export async function measureOrion(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { seeds: { type: 'string', default: '1,2,3' }, until: { type: 'string' } },
  })
  const seeds = values.seeds.split(',').map(Number)
  for (const set of STUDIED) {
    const history = cut(
      await readHistory(join(positionals[0], set.file)),
      Number(values.until ?? 0)
    )
    await measureLeadTime(set, history, seeds)
    if (set.months) await measureMonths(set, history, seeds)
  }
}

async function measureLeadTime(set: StudiedSet, history: History, seeds: number[]) {
  const { file, horizon, rows: study, targets } = set
  print(`\n${file}: lead ${LEAD}`)
  print('what | wQL50 wQL90 wQL95 wQL99, q95 covers, stock at 80, 85, 90, 95 % fill')
  for (const [name, scores] of Object.entries(study)) print(`${name} (study) | ${scores}`)
  const simple = new Map<SimpleName, number[]>()
  for (const [name, told] of simpleOnes(history, horizon)) {
    simple.set(name, scoresOf(history, horizon, told))
    print(`${name} | ${inWords(simple.get(name)!)}`)
  }
  const seen: number[][] = []
  for (const seed of seeds) {
    const { rows, choices } = await evaluateHistory(history, { horizon, lead: LEAD, seed })
    const told = bySeries([...rows], horizon - LEAD + 1)
    const scores = scoresOf(history, horizon, told)
    print(`ours, seed ${seed} | ${inWords(scores)} | ${chosen(choices)}`)
    const few = stockPoints(history, horizon, told).filter(({ level }) =>
      FEW_LEVELS.includes(level)
    )
    print(`  stock, interpolated between four levels | ${inDigits(stocksAt(few), 2)}`)
    seen.push(scores)
  }
  const mean = meanOfColumns(seen)
  print(`ours, mean | ${inWords(mean)}`)
  for (const [name, most] of Object.entries(targets) as [Scored, number][]) {
    printTarget(name, mean[SCORED.indexOf(name)], most)
  }
  const sba = simple.get('sba')!
  for (const at of [0, 1, 2, 3]) {
    printTarget(`${SCORED[at]} against SBA`, mean[at] / sba[at], TOLERATED)
  }
}

async function measureMonths(
  { file, horizon, months }: StudiedSet,
  history: History,
  seeds: number[]
) {
  print(`\n${file}: each month from one origin, median rounded half-even`)
  for (const [name, errors] of Object.entries(months!)) print(`${name} (study) | ${errors}`)
  const zeros = history.values.map(() => new Array<number>(horizon).fill(0))
  print(`all zero | ${inDigits(errorsOf(history, horizon, zeros), 4)}`)
  const seen: number[][] = []
  for (const seed of seeds) {
    const { rows } = await evaluateHistory(history, { horizon, seed })
    const medians = bySeries([...rows], horizon).map((forecasts) =>
      forecasts.map(({ quantiles }) => roundHalfEven(quantiles[levelAt(0.5)]))
    )
    seen.push(errorsOf(history, horizon, medians))
    print(`ours, seed ${seed} | ${inDigits(seen.at(-1)!, 4)}`)
  }
  printTarget('MASE', meanOf(seen.map(([mase]) => mase)), MOST_MASE)
}

function printTarget(name: string, reached: number, most: number) {
  const verdict = reached <= most ? 'reached' : 'missed'
  print(`target ${name} ≤ ${most}: ${reached.toFixed(4)}, ${verdict}`)
}

/** What each simple model says of the same windows, its quantiles from its own past errors. */
function* simpleOnes(history: History, horizon: number): Generator<[SimpleName, Forecast[][]]> {
  const known = history.values[0].length - horizon
  const panel = panelOf(history, [...history.ids.keys()], known)
  const window = { ahead: 1, periods: LEAD }
  for (const [name, forecast] of Object.entries(simpleModels(panel))) {
    yield [
      name as SimpleName,
      history.ids.map((_, part) =>
        Array.from({ length: horizon - LEAD + 1 }, (__, step) =>
          forecast(part, known - 1 + step, window)
        )
      ),
    ]
  }
}

/** Quantile losses over the demand at four levels, coverage of the 95 % quantile, mean stock per part at four fill rates. */
function scoresOf(history: History, horizon: number, told: Forecast[][]): number[] {
  const known = history.values[0].length - horizon
  const actual = (series: number, step: number) => {
    const from = known + step
    return history.values[series]
      .slice(from, from + LEAD)
      .reduce((sum, sold) => sum + (sold || 0), 0)
  }
  const losses = ([0.5, 0.9, 0.95, 0.99] as const).map((level) => {
    const at = levelAt(level)
    let loss = 0
    let total = 0
    for (const [series, forecasts] of told.entries()) {
      for (const [step, { quantiles }] of forecasts.entries()) {
        loss += pinball(level, quantiles[at], actual(series, step))
        total += actual(series, step)
      }
    }
    return (2 * loss) / total
  })
  const q95 = levelAt(0.95)
  const covered = told.flatMap((forecasts, series) =>
    forecasts.map(({ quantiles }, step) => actual(series, step) <= quantiles[q95])
  )
  return [
    ...losses,
    covered.filter(Boolean).length / covered.length,
    ...stocksAt(stockPoints(history, horizon, told)),
  ]
}

function stockPoints(history: History, horizon: number, told: Forecast[][]): StockPoint[] {
  const known = history.values[0].length - horizon
  const sales = history.values.map((row) => row.slice(known).map((sold) => sold || 0))
  return simulateStock(told, sales, LEAD)
}

const stocksAt = (points: StockPoint[]) =>
  FILLS.map((rate) => stockAtFill(points, rate) ?? Number.NaN)

/** Digits of the columns of `scoresOf`. */
const DIGITS = [4, 4, 4, 4, 3, 2, 2, 2, 2]

const inWords = (scores: number[]) =>
  scores.map((score, at) => written(score, DIGITS[at])).join(' ')

const inDigits = (scores: number[], digits: number) =>
  scores.map((score) => written(score, digits)).join(' ')

const written = (score: number, digits: number) =>
  Number.isNaN(score) ? '–' : score.toFixed(digits)

const meanOfColumns = (rows: number[][]) =>
  DIGITS.map((_, column) => meanOf(rows.map((row) => row[column])))

const chosen = (choices: Choices) =>
  Object.entries(choices)
    .map(([kind, { uses, pool, simple }]) => `${kind} ${uses}${pool ? ` (${pool})` : ''}/${simple}`)
    .join(', ')

/** MASE, MAE and RMSE of the Monash protocol, of whole pieces that were said of each period. */
function errorsOf(history: History, horizon: number, said: number[][]): number[] {
  const known = history.values[0].length - horizon
  const errors = said.map((periods, series) =>
    periods.map((pieces, step) => Math.abs(pieces - (history.values[series][known + step] || 0)))
  )
  const mase = errors
    .map((each, series) => {
      const error = meanOf(each)
      const trained = history.values[series].slice(0, known).map((sold) => sold || 0)
      const scale = meanStep(trained, 12)
      return error / (scale === 0 && error === 0 ? meanStep(trained, 1) : scale)
    })
    .filter(Number.isFinite)
  const rmse = errors.map((each) => Math.sqrt(meanOf(each.map((error) => error * error))))
  return [meanOf(mase), meanOf(errors.map(meanOf)), meanOf(rmse)]
}

function bySeries(rows: { forecast: Forecast }[], steps: number): Forecast[][] {
  return Array.from({ length: rows.length / steps }, (_, series) =>
    rows.slice(series * steps, (series + 1) * steps).map(({ forecast }) => forecast)
  )
}

function cut(history: History, until: number): History {
  if (until === 0) return history
  return { ...history, values: history.values.map((row) => row.slice(0, until)) }
}

function meanStep(sold: Float64Array, lag: number): number {
  return meanOf([...sold.slice(lag)].map((value, at) => Math.abs(value - sold[at])))
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}
