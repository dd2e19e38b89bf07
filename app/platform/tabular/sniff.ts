import iconv from 'iconv-lite'
import { findLayout } from '#app/platform/tabular/csv_layout'
import { detectEncoding } from '#app/platform/tabular/encoding'
import { withExpanded } from '#app/platform/tabular/expand'
import { fileKind } from '#app/platform/tabular/file_kind'
import { uniqueHeaders } from '#app/platform/tabular/headers'
import { keysOf, parseObject } from '#app/platform/tabular/jsonl_rows'
import type { Limits } from '#app/platform/tabular/limits'
import type { Survey } from '#app/platform/tabular/survey'
import { readLines, type TextLine } from '#app/platform/tabular/text_lines'
import { UnusableFile } from '#app/platform/tabular/unusable_file'
import { xlsxHeader } from '#app/platform/tabular/xlsx_rows'
import { WORKBOOK } from '#app/platform/tabular/xlsx_workbook'
import { ZipArchive } from '#app/platform/tabular/zip_archive'

/** What somebody knows better than the detection. */
export interface SniffOptions {
  encoding?: string
  delimiter?: string
}

/** How to read a file. */
export type Sniffed = { headers: string[]; description: string } & (
  | { kind: 'xlsx' }
  | { kind: 'jsonl'; encoding: string; newline: '\n' | '\r' }
  | { kind: 'csv'; encoding: string; newline: '\n' | '\r'; delimiter: string; firstLine: number }
)

const SAMPLE_OBJECTS = 200

/** Tells what a file is and how to read it. Throws `UnusableFile` when it is no table. */
export async function sniff(
  path: string,
  survey: Survey,
  options: SniffOptions,
  limits: Limits
): Promise<Sniffed> {
  const kind = fileKind(survey.head)
  if (kind.is === 'empty') throw UnusableFile.named(path, 'is empty')
  if (kind.is === 'gzip')
    throw UnusableFile.named(path, 'is a gzip archive inside another: extract it first')
  if (kind.is === 'foreign')
    throw UnusableFile.named(path, `looks like ${kind.looksLike}: ${kind.advice}`)
  const format =
    kind.is === 'zip'
      ? await sniffZip(path, survey, limits)
      : await sniffText(path, survey, options, limits)

  if (format.headers.length > limits.columns && format.kind !== 'jsonl') {
    const says = `has ${format.headers.length} columns: at most ${limits.columns} are read`
    throw UnusableFile.named(path, says)
  }
  return format
}

async function sniffZip(path: string, { gzipped }: Survey, limits: Limits): Promise<Sniffed> {
  if (!gzipped) return sniffWorkbook(path, limits)
  const once = async function* (expanded: string) {
    yield await sniffWorkbook(expanded, limits)
  }
  for await (const format of withExpanded(path, limits, once)) return format
  throw new Error('an expanded workbook was not read')
}

async function sniffWorkbook(path: string, limits: Limits): Promise<Sniffed> {
  const archive = await ZipArchive.open(path, limits)
  if (!archive.has(WORKBOOK)) {
    const looksLike = archive.has('word/document.xml')
      ? 'a Word document: import a CSV, TSV, XLSX or JSONL file'
      : archive.has('xl/workbook.bin')
        ? 'a binary Excel workbook (.xlsb): save it as XLSX'
        : archive.has('content.xml')
          ? 'an OpenDocument file: save it as XLSX'
          : 'a ZIP archive: extract it and import the file inside'
    throw UnusableFile.named(path, `looks like ${looksLike}`)
  }
  const header = await xlsxHeader(path, limits)
  if (!header) throw UnusableFile.named(path, 'is a workbook whose first sheet is empty')
  return { kind: 'xlsx', headers: uniqueHeaders(header), description: 'XLSX' }
}

async function sniffText(
  path: string,
  survey: Survey,
  options: SniffOptions,
  limits: Limits
): Promise<Sniffed> {
  const encoding = options.encoding ?? detectEncoding(survey.head, survey.accented, survey.isUtf8)
  if (!iconv.encodingExists(encoding)) {
    throw new UnusableFile(
      `${encoding} is no known encoding: use utf-8, utf-16le, windows-1252 or windows-1256`
    )
  }
  if (options.delimiter !== undefined && options.delimiter.length !== 1) {
    throw new UnusableFile('a delimiter is one character: , ; | or a tab')
  }
  const head = iconv.decode(survey.head, encoding)
  if (looksBinary(head)) {
    throw UnusableFile.named(
      path,
      'looks like a binary file: import a CSV, TSV, XLSX or JSONL file'
    )
  }
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r'
  const lines = await firstLines(head, newline, limits, survey.head.length < survey.bytes)
  if (/^\s*[[{]/.test(head)) return sniffJson(path, lines, encoding, newline)

  const layout = findLayout(lines, limits.rowLength, options.delimiter)
  if (!layout) throw UnusableFile.named(path, 'holds no line that could be a header')
  const { delimiter, firstLine } = layout
  const headers = uniqueHeaders(layout.header)
  const format = delimiter === '\t' ? 'TSV' : `CSV (${delimiter})`
  return {
    kind: 'csv',
    encoding,
    newline,
    delimiter,
    firstLine,
    headers,
    description: `${format}, ${encoding}`,
  }
}

function sniffJson(
  path: string,
  lines: TextLine[],
  encoding: string,
  newline: '\n' | '\r'
): Sniffed {
  const objects = lines.slice(0, SAMPLE_OBJECTS).map(({ text }) => parseObject(text))
  if (!objects.slice(0, 5).some((object) => object)) {
    throw UnusableFile.named(
      path,
      'looks like one JSON document: write one object per line (JSONL)'
    )
  }
  const headers = new Set(objects.flatMap((object) => keysOf(object ?? {})))
  return {
    kind: 'jsonl',
    encoding,
    newline,
    headers: [...headers],
    description: `JSONL, ${encoding}`,
  }
}

/** Lines of the head, without the last one when the head may have cut it. */
async function firstLines(head: string, newline: '\n' | '\r', limits: Limits, more: boolean) {
  const chunks = (async function* () {
    yield head
  })()
  const lines: TextLine[] = []
  for await (const block of readLines(chunks, newline, limits.rowLength)) {
    // Half a million of them, where most are empty: too many to be arguments of one call.
    for (const line of block) lines.push(line)
  }
  return more && lines.length > 1 ? lines.slice(0, -1) : lines
}

/** Text has hardly any control characters; a stray NUL is the matter of its row. */
function looksBinary(head: string): boolean {
  // eslint-disable-next-line no-control-regex
  const controls = head.match(/[\x00-\x08\x0e-\x1f]/g)?.length ?? 0
  return controls > head.length / 10
}
