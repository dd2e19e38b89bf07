/** A number keeps its type when the file stores one (XLSX, JSONL): it needs no decimal rule. */
export type Cell = string | number

/** One row under its headers. Empty cells are left out. */
export interface Row {
  /** Line of the file (row of the sheet) where it starts, from 1. */
  line: number
  cells: Record<string, Cell>
  /** How many cells the row had, when the format has a fixed order of columns. */
  width?: number
}

/** A row that could not be read: its neighbours are not affected. */
interface BrokenRow {
  line: number
  /** One line that says what is wrong. */
  reason: string
  /** The beginning of the row as it stands in the file. */
  text: string
}

export type ReadRow = Row | BrokenRow

export function isBroken(row: ReadRow): row is BrokenRow {
  return 'reason' in row
}
