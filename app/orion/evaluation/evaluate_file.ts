import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { evaluateHistory, type Evaluation } from '#app/orion/evaluation/evaluate_history'
import { readHistory } from '#app/orion/evaluation/read_history'
import { dayInTunis } from '#app/tunisia/day_in_tunis'
import type { Progress } from '#app/orion/threads/in_thread'
import { LEVELS } from '#app/orion/models/levels'

/** What was typed after `orion:evaluate`; without a file the shop's own history is evaluated. */
interface EvaluationRequest {
  file?: string
  horizon?: number
  mode?: string
  lead?: number
  out?: string
  seed?: number
  format?: string
  levels?: string
}

/** An evaluation that cannot be done as it was asked for; the message is one line that says why. */
export class UnusableOrder extends Error {}

/** Periods that are held out when nobody says how many. */
const HORIZON = 12
/** Rows from one word about how far the writing is to the next. */
const EVERY = 500

/**
 * Evaluates a file, or what the shop has sold until this month, and writes the forecasts beside each other.
 * Throws `UnusableFile`, `UnusableOrder` and, about the shop, `NothingToLearn`.
 */
export async function evaluateFile(
  request: EvaluationRequest,
  onProgress: (progress: Progress) => void = () => {}
) {
  const { file, horizon = HORIZON, seed = 1, out = 'forecasts.csv' } = request
  const lead = leadOf({ ...request, horizon })
  const levels = levelsOf(request.levels)
  onProgress({ phase: 'reading', done: 0, total: 1 })
  const history = file ? await readHistory(file) : await ownHistory()
  try {
    onProgress({ phase: 'learning', done: 0, total: 1 })
    const { choices, rows } = await evaluateHistory(history, { horizon, lead, seed })
    const steps = lead ? horizon - lead + 1 : horizon
    const total = history.ids.length * steps
    const told = lines(
      counted(rows, (done) => onProgress({ phase: 'writing', done, total })),
      levels
    )
    await pipeline(Readable.from(told), createWriteStream(out))
    return { series: history.ids.length, steps, out, choices }
  } catch (error) {
    throw error instanceof RangeError ? new UnusableOrder(error.message) : error
  }
}

/** Read only when it is asked for: files are evaluated without a database. */
async function ownHistory() {
  const { shopHistory } = await import('#app/orion/evaluation/shop_history')
  return shopHistory(dayInTunis(new Date()))
}

function* counted<Row>(rows: Iterable<Row>, tell: (done: number) => void) {
  let done = 0
  for (const row of rows) {
    if (done % EVERY === 0) tell(done)
    yield row
    done++
  }
}

function leadOf({ mode = 'fixed', lead, horizon, seed = 1, format = 'csv' }: EvaluationRequest) {
  if (mode !== 'fixed' && mode !== 'rolling') {
    throw new UnusableOrder(`--mode=${mode} is unknown: fixed or rolling`)
  }
  if (format !== 'csv') throw new UnusableOrder(`--format=${format} is unknown: csv`)
  if (!isCount(horizon))
    throw new UnusableOrder('--horizon must be a number of periods, at least 1')
  if (!Number.isSafeInteger(seed)) throw new UnusableOrder('--seed must be a whole number')
  if (mode === 'fixed') {
    if (lead !== undefined) throw new UnusableOrder('--lead belongs to --mode=rolling')
    return undefined
  }
  if (!isCount(lead))
    throw new UnusableOrder('--mode=rolling needs --lead=L, the periods of the lead time')
  return lead
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1

/** Levels of the contract, and those asked for. */
function levelsOf(asked = ''): number[] {
  const extra = asked.split(',').filter(Boolean).map(Number)
  const unknown = extra.find((level) => !(LEVELS as readonly number[]).includes(level))
  if (unknown !== undefined) throw new UnusableOrder(`--levels knows ${LEVELS.join(', ')}`)
  return [0.5, 0.9, 0.95, 0.99, ...extra]
}

function* lines(rows: Evaluation['rows'], levels: number[]) {
  const places = levels.map((level) => (LEVELS as readonly number[]).indexOf(level))
  const names = levels.map((level) => `q${Number((level * 100).toFixed(1))}`)
  yield `series_id,step,mean,${names.join(',')}\n`
  for (const { id, step, forecast } of rows) {
    const quantiles = places.map((place) => forecast.quantiles[place])
    yield `${quoted(id)},${step},${Number(forecast.mean.toFixed(4))},${quantiles.join(',')}\n`
  }
}

function quoted(id: string): string {
  return /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id
}
