/** Rows of one length in one piece of memory that threads share. */
export function packRows(rows: Float64Array[]): Float64Array {
  const length = rows[0]?.length ?? 0
  const cells = new Float64Array(new SharedArrayBuffer(rows.length * length * 8))
  for (const [row, of] of rows.entries()) cells.set(of, row * length)
  return cells
}

/** So many rows over the memory of all of them. */
export function unpackRows(cells: Float64Array, count: number): Float64Array[] {
  const length = count > 0 ? cells.length / count : 0
  return Array.from({ length: count }, (_, row) => cells.subarray(row * length, (row + 1) * length))
}
