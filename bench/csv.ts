/** One line of a CSV file: every cell quoted, so that nothing in it can break the line. */
export function csvLine(cells: unknown[]): string {
  return `${cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')}\n`
}
