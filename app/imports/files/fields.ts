import type { HeaderMapping } from '#app/platform/tabular/mapping'
import type { Cell, Row } from '#app/platform/tabular/row'

/** The cells of a row under our own columns. */
export class Fields {
  #cells = new Map<string, Cell>()
  #keyed = new Map<string, [key: string, cell: Cell][]>()

  constructor(row: Row, mapping: HeaderMapping) {
    for (const header in row.cells) {
      const cell = row.cells[header]
      const field = mapping.fieldOf(header)
      if (!field) continue
      if (field.key === undefined) {
        if (!this.#cells.has(field.column)) this.#cells.set(field.column, cell)
      } else this.#addKeyed(field.column, field.key, cell)
    }
  }

  /** Undefined when the cell is empty or the file has no such column. */
  cell(column: string): Cell | undefined {
    return this.#cells.get(column)
  }

  text(column: string): string | undefined {
    const cell = this.#cells.get(column)
    return cell === undefined ? undefined : String(cell)
  }

  /** Cells of a column that a file may have several times (`Image 2`), in the order of the file. */
  keyed(column: string): [key: string, cell: Cell][] {
    return this.#keyed.get(column) ?? []
  }

  #addKeyed(column: string, key: string, cell: Cell) {
    const cells = this.#keyed.get(column)
    if (cells) cells.push([key, cell])
    else this.#keyed.set(column, [[key, cell]])
  }
}
