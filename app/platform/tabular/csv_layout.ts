import { CsvRecords } from '#app/platform/tabular/csv_records'
import { scanLine } from '#app/platform/tabular/csv_line'
import { parseRecords } from '#app/platform/tabular/csv_rows'
import type { TextLine } from '#app/platform/tabular/text_lines'

export const DELIMITERS = [',', ';', '\t', '|']
const SAMPLE = 50

/** Where the header stands and what parts the cells. */
interface FoundLayout {
  delimiter: string
  /** Cells of the header as written. */
  header: string[]
  firstLine: number
}

/**
 * Finds the delimiter: the one that cuts the header into most cells and the
 * rows below into as many. Returns undefined when there is no line at all.
 *
 * @param lines the first lines of the file
 * @param given a delimiter that somebody chose
 */
export function findLayout(
  lines: TextLine[],
  rowLength: number,
  given?: string
): FoundLayout | undefined {
  const first = lines.find(({ text }) => text.trim() !== '')
  if (!first) return undefined
  // Excel writes and reads this hint before the header.
  const hint = /^\s*sep=(.)\s*$/.exec(first.text)
  const rest = hint ? lines.slice(lines.indexOf(first) + 1) : lines
  const delimiter = given ?? hint?.[1] ?? bestDelimiter(rest, rowLength)

  const [header] = new CsvRecords(delimiter, rowLength).push([...rest])
  if (!header || header.reason !== undefined) return undefined
  const height = header.text.split('\n').length
  return {
    delimiter,
    header: parseRecords([header], delimiter)[0],
    firstLine: header.line + height,
  }
}

function bestDelimiter(lines: TextLine[], rowLength: number): string {
  const scored = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: score(lines, rowLength, delimiter),
  }))
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

/** Cells of the header, times how well the rows below fit it: empty cells at the end may be left out. */
function score(lines: TextLine[], rowLength: number, delimiter: string): number {
  const records = new CsvRecords(delimiter, rowLength).push([...lines]).slice(0, SAMPLE + 1)
  const [header, ...rows] = records
  if (!header || header.reason !== undefined) return 0
  const width = countCells(header.text, delimiter)
  if (width < 2) return 0
  const fit = rows.reduce((sum, { text, reason }) => {
    const cells = reason === undefined ? countCells(text, delimiter) : 0
    if (cells === width) return sum + 1
    return sum + (cells > 1 && cells <= width + 1 ? 0.5 : 0)
  }, 0)
  return width * (rows.length ? 0.1 + fit / rows.length : 1)
}

function countCells(record: string, delimiter: string): number {
  let cells = 0
  let quoted = false
  for (const [index, line] of record.split('\n').entries()) {
    const scan = scanLine(line, delimiter, quoted)
    cells += index ? scan.cells - 1 : scan.cells
    quoted = scan.quoted
  }
  return cells
}
