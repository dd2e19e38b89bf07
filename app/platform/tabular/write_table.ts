import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { csvLine } from '#app/platform/tabular/write_csv'
import { guardFormula } from '#app/platform/tabular/clean_text'
import type { Cell } from '#app/platform/tabular/row'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

/** Cells in the order of the headers. */
export type Table = AsyncIterable<Cell[]>

/** How each format turns rows into bytes or text. */
const FORMATS: Record<
  string,
  (headers: string[], rows: Table) => AsyncIterable<string | Uint8Array>
> = {
  csv: (headers, rows) => lines(headers, rows, ','),
  tsv: (headers, rows) => lines(headers, rows, '\t'),
  jsonl: objects,
  xlsx: workbook,
}

/** Throws `UnusableFile` when the name does not end in a format that can be written. */
export function formatOf(path: string): string {
  const format = path.toLowerCase().replace(/\.gz$/, '').split('.').at(-1) ?? ''
  if (format in FORMATS) return format
  throw UnusableFile.named(
    path,
    `does not end in ${Object.keys(FORMATS)
      .map((name) => `.${name}`)
      .join(', ')}`
  )
}

/** Writes a table with flat memory, in the format that the name of the file says; `.gz` compresses it. */
export async function writeTable(path: string, headers: string[], rows: Table) {
  const bytes = Readable.from(FORMATS[formatOf(path)](headers, rows))
  const target = createWriteStream(path)
  if (/\.gz$/i.test(path)) await pipeline(bytes, createGzip(), target)
  else await pipeline(bytes, target)
}

/** Writes a table as CSV to a stream that stays open, such as standard output. */
export async function writeCsvTo(stream: Writable, headers: string[], rows: Table) {
  await pipeline(Readable.from(lines(headers, rows, ',')), stream, { end: false })
}

/** A table as CSV for spreadsheets, which take text without this mark for another encoding. */
export async function* csvOf(headers: string[], rows: Table) {
  yield '\ufeff'
  yield* lines(headers, rows, ',')
}

async function* lines(headers: string[], rows: Table, delimiter: string) {
  yield csvLine(headers, delimiter)
  for await (const row of rows) yield csvLine(row.map(String), delimiter)
}

async function* objects(headers: string[], rows: Table) {
  for await (const row of rows) {
    const filled = headers
      .map((header, index) => [header, row[index]])
      .filter(([, cell]) => cell !== '')
    yield `${JSON.stringify(Object.fromEntries(filled))}\n`
  }
}

async function* workbook(headers: string[], rows: Table) {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const guarded = (async function* () {
    for await (const row of rows) {
      yield row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) || null : cell))
    }
  })()
  const columns = headers.map((header) => ({ header }))
  yield* writeXlsxStream(guarded, { name: 'Export', columns, freezePane: { rows: 1 } })
}
