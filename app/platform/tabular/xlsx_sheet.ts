import type { Cell } from '#app/platform/tabular/row'
import { decode } from '#app/platform/tabular/text_lines'
import { RichText, unescapeControls, type Workbook } from '#app/platform/tabular/xlsx_workbook'
import { XmlTokens } from '#app/platform/tabular/xml_tokens'
import type { ZipArchive } from '#app/platform/tabular/zip_archive'

/** A row of a sheet: its number, from 1, and its cells from column A on (`''` where there is none). */
export type SheetRow = [number: number, cells: Cell[]]

const MAX_COLUMNS = 16_384
const MAX_CELL = 1_000_000
const DAY_MS = 86_400_000

/** Rows of the first sheet, as the XML goes by. Formulas give the value that was last shown. */
export async function* sheetRows(
  archive: ZipArchive,
  workbook: Workbook
): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(workbook)
  const tokens = new XmlTokens(reader)
  for await (const chunk of decode(archive.read(workbook.sheet), 'utf-8')) {
    tokens.push(chunk)
    yield* reader.takeRows()
  }
}

class SheetReader {
  #rows: SheetRow[] = []
  #row: Cell[] = []
  #number = 0
  #column = 0
  #type = ''
  #style = -1
  #inCell = false
  #inValue = false
  #value = ''
  #inline = new RichText()

  constructor(private workbook: Workbook) {}

  takeRows(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attribute: (name: string) => string | undefined) {
    if (name === 'row') {
      this.#number = Number(attribute('r') ?? this.#number + 1)
      this.#row = []
      this.#column = 0
    } else if (name === 'c') {
      this.#column = columnOf(attribute('r')) ?? this.#column + 1
      this.#type = attribute('t') ?? 'n'
      this.#style = Number(attribute('s') ?? -1)
      this.#inCell = true
    } else if (name === 'v') this.#inValue = this.#inCell
    else if (this.#inCell) this.#inline.open(name)
  }

  text(text: string) {
    if (this.#inValue) this.#value += text
    else if (this.#inCell) this.#inline.add(text)
    if (this.#value.length > MAX_CELL)
      throw new SyntaxError('a cell is longer than 1,000,000 characters')
  }

  close(name: string) {
    if (name === 'row') this.#rows.push([this.#number, this.#row])
    else if (name === 'c') this.#closeCell()
    else if (name === 'v') this.#inValue = false
    else if (this.#inCell) this.#inline.close(name)
  }

  #closeCell() {
    const inline = this.#inline.take()
    const cell = this.#type === 'inlineStr' ? inline : this.#toCell(this.#value)
    this.#value = ''
    this.#inCell = false
    if (cell === '' || this.#column > MAX_COLUMNS) return
    while (this.#row.length < this.#column - 1) this.#row.push('')
    this.#row[this.#column - 1] = cell
  }

  #toCell(value: string): Cell {
    if (value === '') return ''
    if (this.#type === 's') return this.workbook.strings[Number(value)] ?? ''
    if (this.#type === 'b') return value === '1' ? 'true' : 'false'
    if (this.#type !== 'n') return unescapeControls(value)
    const number = Number(value)
    if (!Number.isFinite(number)) return value
    if (this.workbook.dateStyles.has(this.#style)) return this.#toDate(number)
    // Excel keeps 15 digits: the rest is noise of the binary fraction.
    return Number(number.toPrecision(15))
  }

  /** Days since 1899-12-30 (or 1904-01-01) as `2026-03-01` or `2026-03-01T09:30:00`. */
  #toDate(days: number): string {
    const epoch = this.workbook.from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
    const date = new Date(epoch + Math.round((days * DAY_MS) / 1000) * 1000)
    if (Number.isNaN(date.getTime())) return String(days)
    const iso = date.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
  }
}

/** `AB12` is column 28. */
function columnOf(reference?: string): number | undefined {
  if (!reference) return undefined
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column || undefined
}
