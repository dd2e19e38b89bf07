import { basename } from 'node:path'
import { csvRows } from '#app/platform/tabular/csv_rows'
import { withExpanded } from '#app/platform/tabular/expand'
import { jsonlRows } from '#app/platform/tabular/jsonl_rows'
import { LIMITS, type Limits } from '#app/platform/tabular/limits'
import { openBytes } from '#app/platform/tabular/open_bytes'
import type { ReadRow } from '#app/platform/tabular/row'
import { sniff, type SniffOptions, type Sniffed } from '#app/platform/tabular/sniff'
import { surveyFile } from '#app/platform/tabular/survey'
import { decode, readLines } from '#app/platform/tabular/text_lines'
import { xlsxRows } from '#app/platform/tabular/xlsx_rows'

/**
 * A table somebody hands in: CSV, TSV, XLSX or JSONL, gzipped or not, told
 * apart by content. Rows can be read as often as wanted, with flat memory.
 */
export class TabularFile {
  private constructor(
    readonly path: string,
    /** Of the file as it lies on the disk. */
    readonly sha256: string,
    private gzipped: boolean,
    private isUtf8: boolean,
    private format: Sniffed,
    private limits: Limits
  ) {}

  /** Throws `UnusableFile`, with one line that names what the file looks like. */
  static async open(
    path: string,
    options: SniffOptions = {},
    limits = LIMITS
  ): Promise<TabularFile> {
    const survey = await surveyFile(path, limits)
    const format = await sniff(path, survey, options, limits)
    return new TabularFile(path, survey.sha256, survey.gzipped, survey.isUtf8, format, limits)
  }

  get name(): string {
    return basename(this.path)
  }

  /** Headers in their order; for JSONL the keys of the first objects, `a.b` where they are nested. */
  get headers(): string[] {
    return this.format.headers
  }

  /** Whether rows may have cells under further headers. */
  get isOpenEnded(): boolean {
    return this.format.kind === 'jsonl'
  }

  /** What was found out, for people: `CSV (;), windows-1252, gzip`. */
  get description(): string {
    return this.format.description + (this.gzipped ? ', gzip' : '')
  }

  /** How its text is read, as far as it is one: for whoever wants to correct it. */
  get layout(): { encoding?: string; delimiter?: string } {
    const { format } = this
    return {
      ...('encoding' in format && { encoding: format.encoding }),
      ...('delimiter' in format && { delimiter: format.delimiter }),
    }
  }

  rows(): AsyncGenerator<ReadRow> {
    const { format, limits } = this
    if (format.kind === 'xlsx') {
      return this.gzipped
        ? withExpanded(this.path, limits, (path) => xlsxRows(path, limits))
        : xlsxRows(this.path, limits)
    }
    const damagedBytes = format.encoding === 'utf-8' && !this.isUtf8
    const text = decode(openBytes(this.path, limits), format.encoding)
    const lines = readLines(text, format.newline, limits.rowLength)
    return format.kind === 'jsonl'
      ? jsonlRows(lines, { rowLength: limits.rowLength, damagedBytes })
      : csvRows(lines, { ...format, rowLength: limits.rowLength, damagedBytes })
  }
}
