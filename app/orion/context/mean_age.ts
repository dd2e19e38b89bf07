const YEAR = 12

/** Mean age in years, in a month, of what was made from and until these months (null: still is); NaN when none was made by then. */
export function meanAge(begins: number[], ends: (number | null)[], month: number): number {
  let sum = 0
  let types = 0
  for (const [type, begin] of begins.entries()) {
    if (begin > month) continue
    sum += month - (begin + Math.min(ends[type] ?? month, month)) / 2
    types++
  }
  return sum / types / YEAR
}
