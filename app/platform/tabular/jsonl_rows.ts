import { cleanText } from '#app/platform/tabular/clean_text'
import type { Cell, ReadRow } from '#app/platform/tabular/row'
import type { TextLine } from '#app/platform/tabular/text_lines'

const MAX_DEPTH = 5

interface JsonlLayout {
  rowLength: number
  /** The file is not all valid UTF-8: U+FFFD marks bytes that were lost. */
  damagedBytes: boolean
}

/** Rows of a file with one JSON object per line. Nested objects become `a.b`, arrays are joined by `|`. */
export async function* jsonlRows(
  lines: AsyncIterable<TextLine[]>,
  layout: JsonlLayout
): AsyncGenerator<ReadRow> {
  for await (const block of lines) {
    for (const line of block) {
      if (line.text.trim() !== '') yield readLine(line, layout)
    }
  }
}

/** The object on a line, or undefined when it holds something else. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
}

/** Keys of an object as rows have them: `a.b` for what is nested. */
export const keysOf = (object: Record<string, unknown>) => [...leaves(object)].map(([key]) => key)

function readLine(
  { line, text, cut }: TextLine,
  { rowLength, damagedBytes }: JsonlLayout
): ReadRow {
  const broken = (reason: string) => ({ line, reason, text: text.slice(0, 500) })
  if (cut) return broken(`the row is longer than ${rowLength} characters`)
  if (damagedBytes && text.includes('\ufffd'))
    return broken('the row holds bytes that are not UTF-8')
  const object = parseObject(text)
  if (!object) return broken('the line is not a JSON object')
  const cells: Record<string, Cell> = Object.create(null)
  try {
    for (const [name, value] of leaves(object)) {
      const cell = toCell(value)
      if (cell !== '') cells[name] = cell
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return broken('the object is nested too deeply')
  }
  const values = Object.values(cells)
  if (values.some((cell) => typeof cell === 'string' && cell.includes('\0'))) {
    return broken('the row holds a NUL character')
  }
  return { line, cells }
}

function* leaves(
  object: Record<string, unknown>,
  prefix = '',
  depth = 1
): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + cleanText(key)
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < MAX_DEPTH) {
      yield* leaves(value as Record<string, unknown>, `${name}.`, depth + 1)
    } else yield [name, value]
  }
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map((item) => escapePipe(toCell(item))).join('|')
  return cleanText(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function escapePipe(cell: Cell): string {
  return String(cell).replaceAll('\\', '\\\\').replaceAll('|', '\\|')
}
