import type pg from 'pg'
import { Fields } from '#app/imports/files/fields'
import {
  type ImportTarget,
  type Reading,
  RowRejected,
  type StagingContext,
} from '#app/imports/import_target'
import type { ImportOptions } from '#app/imports/runs/import_run'
import { fillStagingTable } from '#app/imports/files/staging_table'
import { type DecimalStyle, detectDecimals } from '#app/platform/tabular/decimals'
import { HeaderMapping } from '#app/platform/tabular/mapping'
import { type Cell, isBroken, type ReadRow, type Row } from '#app/platform/tabular/row'
import type { TabularFile } from '#app/platform/tabular/tabular_file'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

const SAMPLE_ROWS = 1_000

/** How a file is understood: told to people before anything happens. */
export interface Understanding {
  format: string
  decimals: DecimalStyle
  /** Headers whose cells go nowhere. */
  leftOut: string[]
}

/** A file, a target, and how one becomes the other. */
export class FileStaging {
  #notes = new Map<string, { count: number; example?: string }>()

  #context: StagingContext

  private constructor(
    private file: TabularFile,
    private target: ImportTarget,
    private reading: Reading,
    private mapping: HeaderMapping,
    supplier: string,
    private decimals: DecimalStyle
  ) {
    this.#context = { decimals, supplier, note: (what, example) => this.#note(what, example) }
  }

  /** Throws `UnusableFile` when the file is not the target's, in one line that says what it looks like. */
  static async begin(
    file: TabularFile,
    target: ImportTarget,
    options: ImportOptions
  ): Promise<FileStaging> {
    const given = options.mapping
    const reading = namedAfter(file, () => target.read(file.headers, given !== undefined))
    const mapping = new HeaderMapping(reading.rules, given)
    const columns = new Set(file.headers.flatMap((header) => mapping.fieldOf(header)?.column ?? []))
    namedAfter(file, () => target.expectColumns(columns, file.headers))
    const decimals = decimalsOf(options) ?? (await detectStyle(file, reading, mapping))
    return new FileStaging(file, target, reading, mapping, options.supplier ?? '', decimals)
  }

  get understanding(): Understanding {
    const leftOut = this.file.headers.filter((header) => {
      const column = this.mapping.fieldOf(header)?.column
      return column === undefined || column === 'ignored'
    })
    return {
      format: `${this.file.description}, ${this.reading.name}`,
      decimals: this.decimals,
      leftOut,
    }
  }

  /** What was noticed on the way, with how often and an example. */
  get notes(): string[] {
    return [...this.#notes].map(([what, { count, example }]) => {
      return `${what} (${count} ×${example ? `, such as «${example}»` : ''})`
    })
  }

  /** Fills the staging table with every row, good or not, and returns how many there are. */
  async fill(session: pg.Client, table: string, progress: (rows: number) => void): Promise<number> {
    this.#notes.clear()
    return fillStagingTable(session, table, this.target.columns, this.#rows(progress))
  }

  async *#rows(progress: (rows: number) => void) {
    let seq = 0
    for await (const row of this.file.rows()) {
      yield { seq: ++seq, line: row.line, ...this.#stage(row) }
      if (seq % 1_000 === 0) progress(seq)
    }
    progress(seq)
  }

  #stage(row: ReadRow): Record<string, unknown> {
    if (isBroken(row)) return { reason: row.reason }
    try {
      this.#refuseCutRow(row)
      return this.reading.stage(new Fields(row, this.mapping), this.#context, row)
    } catch (error) {
      if (error instanceof RowRejected) return { reason: error.message }
      throw error
    }
  }

  #note(what: string, example?: string) {
    const note = this.#notes.get(what)
    if (note) note.count++
    else this.#notes.set(what, { count: 1, example })
  }

  /** Systems leave out empty cells at the end of a row; a missing cell of ours means that the row was cut. */
  #refuseCutRow({ width, line }: Row) {
    const { headers } = this.file
    if (width === undefined || width >= headers.length) return
    const missing = headers.slice(width).find((header) => {
      const column = this.mapping.fieldOf(header)?.column
      return column !== undefined && !OPTIONAL_AT_END.includes(column)
    })
    if (missing === undefined) return
    throw new RowRejected(
      `the row has ${width} cells, the header ${headers.length}: «${missing}» is missing on line ${line}`
    )
  }
}

/** Columns that rows may end before. */
const OPTIONAL_AT_END = ['attribute', 'ignored']

function decimalsOf({ decimals }: ImportOptions): DecimalStyle | undefined {
  if (decimals === undefined || decimals === 'point' || decimals === 'comma') return decimals
  throw new UnusableFile(`--decimal is "point" (1,234.50) or "comma" (1.234,50), not "${decimals}"`)
}

/** The decimal style of the number columns, by their first rows. Throws `UnusableFile` when there are none. */
export async function detectStyle(file: TabularFile, reading: Reading, mapping: HeaderMapping) {
  const cells: Cell[] = []
  let rows = 0
  for await (const row of file.rows()) {
    if (++rows > SAMPLE_ROWS) break
    if (isBroken(row)) continue
    for (const [header, cell] of Object.entries(row.cells)) {
      if (reading.numbers.includes(mapping.fieldOf(header)?.column ?? '')) cells.push(cell)
    }
  }
  if (rows === 0) throw UnusableFile.named(file.path, 'has a header and no rows')
  return detectDecimals(cells)
}

/** Puts the file's name before what a target says about it. */
function namedAfter<Result>(file: TabularFile, run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    if (error instanceof UnusableFile) throw UnusableFile.named(file.path, error.message)
    throw error
  }
}
