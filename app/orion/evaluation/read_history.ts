import { calendarOf } from '#app/orion/evaluation/periods'
import { LIMITS } from '#app/platform/tabular/limits'
import type { ReadRow } from '#app/platform/tabular/row'
import { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** Demand as a file tells it: NaN where a cell is empty. Series in the order of the file. */
export interface History {
  ids: string[]
  values: Float64Array[]
  season: number
  /** Relatives stand beside each other already; otherwise the ids say who they are. */
  besideRelatives?: boolean
}

/** Ten years of days stand side by side in a wide file. */
const WIDE = { ...LIMITS, columns: 20_000 }
const MISSING = new Set(['', 'NA', 'NaN', 'null'])

/**
 * Reads `series_id,period,quantity` rows or `series_id,<period>,…` columns, gzipped or not. Rows of one series and
 * period are added up. Throws `UnusableFile` with one line that says where and what.
 */
export async function readHistory(path: string): Promise<History> {
  const file = await TabularFile.open(path, {}, WIDE)
  const [id, ...others] = file.headers
  if (id?.toLowerCase() !== 'series_id') {
    throw UnusableFile.named(
      path,
      `begins with the column "${id ?? ''}": the first one must be series_id`
    )
  }
  const columns = others.map((header) => header.toLowerCase())
  const long = columns.includes('period') && columns.includes('quantity')
  const cells = long ? longCells(file, others) : wideCells(file, others)
  try {
    return arrange(await collect(path, cells))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw UnusableFile.named(path, `cannot be used: ${error.message}`)
  }
}

interface HistoryCell {
  line: number
  id: string
  period: string
  quantity: string
}

type Series = Map<string, Map<string, number>>

async function* longCells(file: TabularFile, headers: string[]): AsyncGenerator<HistoryCell> {
  const named = (name: string) => headers.find((header) => header.toLowerCase() === name)!
  const [period, quantity] = [named('period'), named('quantity')]
  for await (const { line, cells } of soundRows(file)) {
    yield { line, id: cells[file.headers[0]], period: cells[period], quantity: cells[quantity] }
  }
}

async function* wideCells(file: TabularFile, periods: string[]): AsyncGenerator<HistoryCell> {
  if (periods.length === 0) throw UnusableFile.named(file.path, 'has no column of a period')
  const seen = new Set<string>()
  for await (const { line, cells } of soundRows(file)) {
    const id = cells[file.headers[0]]
    if (seen.has(id))
      throw UnusableFile.named(file.path, `line ${line}: series "${id}" is there twice`)
    seen.add(id)
    for (const period of periods) yield { line, id, period, quantity: cells[period] }
  }
}

async function* soundRows(file: TabularFile) {
  for await (const row of file.rows()) {
    if (!('cells' in row)) throw UnusableFile.named(file.path, `line ${row.line}: ${row.reason}`)
    const cells = Object.fromEntries(
      file.headers.map((header) => [header, String(row.cells[header] ?? '')])
    )
    yield { line: (row as ReadRow).line, cells }
  }
}

async function collect(path: string, cells: AsyncIterable<HistoryCell>): Promise<Series> {
  const series: Series = new Map()
  for await (const { line, id, period, quantity } of cells) {
    if (id === '') throw UnusableFile.named(path, `line ${line}: the row names no series`)
    const value = MISSING.has(quantity) ? Number.NaN : Number(quantity)
    if (!MISSING.has(quantity) && !Number.isFinite(value)) {
      throw UnusableFile.named(path, `line ${line}: "${quantity}" is no quantity`)
    }
    const known = series.get(id) ?? new Map<string, number>()
    series.set(id, known)
    const before = known.get(period)
    known.set(period, before === undefined || Number.isNaN(before) ? value : before + (value || 0))
  }
  if (series.size === 0) throw UnusableFile.named(path, 'holds no series')
  return series
}

/** Puts all series on one calendar from the first to the last period of the file. */
function arrange(series: Series): History {
  const names = [...new Set([...series.values()].flatMap((periods) => [...periods.keys()]))]
  const calendar = calendarOf(names)
  const indexes = new Map(names.map((name) => [name, calendar.indexOf(name)]))
  const first = [...indexes.values()].reduce((least, index) => Math.min(least, index))
  const last = [...indexes.values()].reduce((most, index) => Math.max(most, index))
  const values = [...series.values()].map((periods) => {
    const row = new Float64Array(last - first + 1).fill(Number.NaN)
    for (const [name, value] of periods) row[indexes.get(name)! - first] = value
    return row
  })
  return { ids: [...series.keys()], values, season: calendar.season }
}
