import { guardFormula } from '#app/platform/tabular/clean_text'

/** One line of CSV (RFC 4180, LF). Spreadsheets will not run a cell as a formula. */
export function csvLine(cells: string[], delimiter = ','): string {
  return `${cells.map((cell) => quote(guardFormula(cell), delimiter)).join(delimiter)}\n`
}

function quote(cell: string, delimiter: string): string {
  return /["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
}
