import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateHistory } from '#app/orion/evaluation/evaluate_history'
import { readHistory, type History } from '#app/orion/evaluation/read_history'
import { simulateStock, stockAtFill } from '#app/orion/evaluation/stock_simulation'
import { levelAt, pinball } from '#app/orion/models/levels'
import type { Forecast } from '#app/orion/panel/panel'

const LEAD = 2
const SETS = [
  { file: 'carparts.csv.gz', horizon: 12, fixed: true },
  { file: 'raf_parts.csv.gz', horizon: 12, fixed: false },
  { file: 'auto_parts.csv.gz', horizon: 6, fixed: false },
]

/** Prints what `bench/orion.ts` promises. */
export async function measureOrion(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { seeds: { type: 'string', default: '1,2,3' }, until: { type: 'string' } },
  })
  const seeds = values.seeds.split(',').map(Number)
  for (const { file, horizon, fixed } of SETS) {
    const history = cut(await readHistory(join(positionals[0], file)), Number(values.until ?? 0))
    print(`\n${file}: lead ${LEAD}`)
    print('seed | wQL50 wQL90 wQL95 wQL99 | coverage of q95 | stock at 80, 85, 90, 95 % fill')
    for (const seed of seeds) print(await rolling(history, horizon, seed))
    if (!fixed) continue
    print(`\n${file}: each month from one origin, median rounded half-even`)
    for (const seed of seeds) print(await eachMonth(history, horizon, seed))
  }
}

async function rolling(history: History, horizon: number, seed: number): Promise<string> {
  const { rows, choices } = await evaluateHistory(history, { horizon, lead: LEAD, seed })
  const known = history.values[0].length - horizon
  const steps = horizon - LEAD + 1
  const told = bySeries([...rows], steps)
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
  const coverage = covered.filter(Boolean).length / covered.length
  const sales = history.values.map((row) => row.slice(known).map((sold) => sold || 0))
  const points = simulateStock(told, sales, LEAD)
  const stock = [0.8, 0.85, 0.9, 0.95].map((rate) => stockAtFill(points, rate))
  const uses = Object.entries(choices).map(
    ([kind, { uses: by, pool, simple }]) => `${kind} ${by}${pool ? ` (${pool})` : ''}/${simple}`
  )
  return [
    `${seed} | ${losses.map((loss) => loss.toFixed(4)).join(' ')} | ${coverage.toFixed(3)}`,
    `${stock.map((pieces) => pieces?.toFixed(2) ?? '–').join(' ')} | ${uses.join(', ')}`,
  ].join(' | ')
}

/** MASE, MAE and RMSE of the Monash protocol. */
async function eachMonth(history: History, horizon: number, seed: number): Promise<string> {
  const { rows } = await evaluateHistory(history, { horizon, seed })
  const known = history.values[0].length - horizon
  const told = bySeries([...rows], horizon)
  const errors = told.map((forecasts, series) =>
    forecasts.map(({ quantiles }, step) => {
      const actual = history.values[series][known + step] || 0
      return Math.abs(roundHalfEven(quantiles[levelAt(0.5)]) - actual)
    })
  )
  const mae = errors.map(meanOf)
  const mase = mae
    .map((error, series) => {
      const trained = history.values[series].slice(0, known).map((sold) => sold || 0)
      const scale = meanStep(trained, 12)
      return error / (scale === 0 && error === 0 ? meanStep(trained, 1) : scale)
    })
    .filter(Number.isFinite)
  const rmse = errors.map((each) => Math.sqrt(meanOf(each.map((error) => error * error))))
  return `${seed} | MASE ${meanOf(mase).toFixed(4)} MAE ${meanOf(mae).toFixed(4)} RMSE ${meanOf(rmse).toFixed(4)}`
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
