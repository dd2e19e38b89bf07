import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { cleanGuardedText } from '#app/platform/tabular/clean_text'
import { underHeaders, uniqueHeaders } from '#app/platform/tabular/headers'
import type { Limits } from '#app/platform/tabular/limits'
import type { Cell, ReadRow } from '#app/platform/tabular/row'
import { decode, readLines } from '#app/platform/tabular/text_lines'
import { UnusableFile } from '#app/platform/tabular/unusable_file'
import type { SheetRow } from '#app/platform/tabular/xlsx_sheet'

/** Of the reading process, in megabytes: half a million different texts fit. */
const HEAP_MB = 320
const UNUSABLE = 2

type Child = ChildProcessByStdio<null, Readable, Readable>

/** Rows of the first sheet with cells in it; the first such row is the header. */
export async function* xlsxRows(path: string, limits: Limits): AsyncGenerator<ReadRow> {
  let headers: string[] | undefined
  for await (const [line, values] of sheetRowsOf(path, limits)) {
    const cells = values.map(cleanCell)
    if (!cells.some((cell) => cell !== '')) continue
    if (headers) yield toRow(line, cells, headers)
    else headers = uniqueHeaders(cells.map(String))
  }
}

/** The cells of the header, or undefined when the first sheet is empty. */
export async function xlsxHeader(path: string, limits: Limits): Promise<string[] | undefined> {
  for await (const [, values] of sheetRowsOf(path, limits)) {
    const cells = values.map(cleanCell)
    if (cells.some((cell) => cell !== '')) return cells.map(String)
  }
}

function toRow(line: number, cells: Cell[], headers: string[]): ReadRow {
  if (cells.slice(headers.length).some((cell) => cell !== '')) {
    const reason = `the row has ${cells.length} cells, the header ${headers.length}`
    return { line, reason, text: cells.join(' | ').slice(0, 500) }
  }
  return { line, cells: underHeaders(headers, cells.slice(0, headers.length)) }
}

function cleanCell(cell: Cell): Cell {
  return typeof cell === 'number' ? cell : cleanGuardedText(cell)
}

async function* sheetRowsOf(path: string, limits: Limits): AsyncGenerator<SheetRow> {
  const child = startReader(path, limits)
  const complaint = text(child.stderr)
  const ended = once(child, 'close')
  try {
    const lines = readLines(decode(child.stdout, 'utf-8'), '\n', Number.MAX_SAFE_INTEGER)
    for await (const block of lines) {
      for (const line of block) yield JSON.parse(line.text) as SheetRow
    }
    const [code, signal] = await ended
    if (code !== 0) throw unusable(path, code, signal, await complaint)
  } finally {
    child.kill('SIGKILL')
  }
}

function startReader(path: string, limits: Limits): Child {
  const script = fileURLToPath(import.meta.resolve('./xlsx_child.js'))
  const loader = script.endsWith('.ts')
    ? ['--import', import.meta.resolve('../../../bin/typescript.js')]
    : []
  return spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, ...loader, script, path, JSON.stringify(limits)],
    { stdio: ['ignore', 'pipe', 'pipe'] }
  )
}

function unusable(path: string, code: number | null, signal: string | null, complaint: string) {
  if (code === UNUSABLE) return new UnusableFile(complaint.trim())
  // V8 aborts when the heap is full; what it prints then is for its own authors.
  if (signal === 'SIGABRT' || code === 134) {
    return UnusableFile.named(path, `needs more than ${HEAP_MB} MB to read: save it as CSV`)
  }
  return new Error(`the reader of ${path} ended with ${signal ?? code}: ${complaint.slice(-2_000)}`)
}
