import { scanLine } from '#app/platform/tabular/csv_line'
import type { TextLine } from '#app/platform/tabular/text_lines'

/** One record of CSV: several lines when a quoted cell holds line ends. */
export interface CsvRecord {
  line: number
  text: string
  /** Why it cannot be read. */
  reason?: string
}

const MAX_LINES = 2_000
const UNCLOSED = 'a quote is opened and not closed'
const DAMAGED = 'text follows a closing quote (quotes inside a cell are written twice)'

/**
 * Puts physical lines together to records, and gets back on its feet after a
 * broken one. csv-parse alone would let an unclosed quote swallow the rest of
 * the file, and drops what follows a record over its size limit; here only
 * the line that opens the quote is lost.
 */
export class CsvRecords {
  /** Lines still to be read, the next one last. */
  #pending: TextLine[] = []
  /** Lines of a record whose quoted cell goes on. */
  #open: TextLine[] = []
  #openLength = 0
  #cells = 0

  /** @param width cells of a whole row, when known: tells a swallowed row from a long text */
  constructor(
    private delimiter: string,
    private limit: number,
    private width?: number
  ) {}

  push(lines: TextLine[]): CsvRecord[] {
    this.#pending = lines.reverse()
    return this.#drain()
  }

  end(): CsvRecord[] {
    const records: CsvRecord[] = []
    while (this.#open.length) records.push(this.#giveUp(), ...this.#drain())
    return records
  }

  #drain(): CsvRecord[] {
    const records: CsvRecord[] = []
    for (let line = this.#pending.pop(); line; line = this.#pending.pop()) {
      const record = this.#open.length ? this.#continue(line) : this.#begin(line)
      if (record) records.push(record)
    }
    return records
  }

  #begin(line: TextLine): CsvRecord | undefined {
    if (line.cut) return { ...line, reason: `the row is longer than ${this.limit} characters` }
    if (line.text.trim() === '') return undefined

    const { quoted, cells, damaged } = scanLine(line.text, this.delimiter)
    if (damaged) return { ...line, reason: DAMAGED }
    if (!quoted) return line
    this.#open = [line]
    this.#openLength = line.text.length
    this.#cells = cells
  }

  #continue(line: TextLine): CsvRecord | undefined {
    const { quoted, cells, damaged } = scanLine(line.text, this.delimiter, true)
    this.#open.push(line)
    this.#openLength += line.text.length
    this.#cells += cells - 1

    const tooLong = line.cut || this.#openLength > this.limit || this.#open.length > MAX_LINES
    if (damaged || tooLong) return this.#giveUp()
    if (quoted) return undefined
    if (this.#hasSwallowedRows()) return this.#giveUp()

    const record = { line: this.#open[0].line, text: this.#open.map(({ text }) => text).join('\n') }
    this.#open = []
    return record
  }

  /** The number of cells is wrong, and one of the lines would be a whole row by itself. */
  #hasSwallowedRows(): boolean {
    if (this.width === undefined || this.#cells === this.width) return false
    return this.#open.slice(1).some(({ text }) => {
      const { quoted, cells, damaged } = scanLine(text, this.delimiter)
      return cells === this.width && !quoted && !damaged
    })
  }

  /** Rejects the line that opened the quote; the ones it swallowed are read again, each for itself. */
  #giveUp(): CsvRecord {
    const [first, ...swallowed] = this.#open
    this.#open = []
    this.#pending.push(...swallowed.reverse())
    return { line: first.line, text: first.text, reason: UNCLOSED }
  }
}
