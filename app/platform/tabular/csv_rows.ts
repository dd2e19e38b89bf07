import { parse } from 'csv-parse/sync'
import { cleanGuardedText } from '#app/platform/tabular/clean_text'
import { CsvRecords, type CsvRecord } from '#app/platform/tabular/csv_records'
import { underHeaders } from '#app/platform/tabular/headers'
import type { ReadRow } from '#app/platform/tabular/row'
import type { TextLine } from '#app/platform/tabular/text_lines'

/** How the records of a CSV or TSV file are cut into cells. */
interface CsvLayout {
  delimiter: string
  headers: string[]
  /** Line of the first record after the header. */
  firstLine: number
  rowLength: number
  /** The file is not all valid UTF-8: U+FFFD marks bytes that were lost. */
  damagedBytes: boolean
}

/** Rows of a CSV or TSV file, broken ones in their place. */
export async function* csvRows(
  lines: AsyncIterable<TextLine[]>,
  layout: CsvLayout
): AsyncGenerator<ReadRow> {
  const records = new CsvRecords(layout.delimiter, layout.rowLength, layout.headers.length)
  for await (const block of lines) {
    yield* readRecords(records.push(block.filter(({ line }) => line >= layout.firstLine)), layout)
  }
  yield* readRecords(records.end(), layout)
}

/** Cells of each record, in one go: starting a parser for each would cost more than parsing. */
export function parseRecords(records: CsvRecord[], delimiter: string): string[][] {
  const cells: string[][] = parse(records.map(({ text }) => text).join('\n'), {
    delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    trim: true,
    max_record_size: 0,
  })
  if (cells.length !== records.length) {
    throw new RangeError(`${records.length} records were parsed as ${cells.length}`)
  }
  return cells
}

function* readRecords(records: CsvRecord[], layout: CsvLayout): Generator<ReadRow> {
  const sound = records.filter(({ reason }) => reason === undefined)
  const cells = sound.length ? parseRecords(sound, layout.delimiter) : []
  let next = 0
  for (const record of records) {
    yield record.reason === undefined
      ? toRow(record, cells[next++], layout)
      : broken(record, record.reason)
  }
}

function toRow(record: CsvRecord, values: string[], { headers, damagedBytes }: CsvLayout): ReadRow {
  if (record.text.includes('\0')) return broken(record, 'the row holds a NUL character')
  if (damagedBytes && record.text.includes('\ufffd')) {
    return broken(record, 'the row holds bytes that are not UTF-8')
  }
  const cells = values.map(cleanGuardedText)
  if (cells.slice(headers.length).some((cell) => cell !== '')) {
    return broken(record, `the row has ${cells.length} cells, the header ${headers.length}`)
  }
  cells.length = Math.min(cells.length, headers.length)
  return { line: record.line, width: values.length, cells: underHeaders(headers, cells) }
}

function broken({ line, text }: CsvRecord, reason: string): ReadRow {
  return { line, reason, text: text.slice(0, 500) }
}
