/**
 * How many letters must be inserted, left out, replaced or swapped with their neighbour to turn one
 * word into the other (optimal string alignment), or `most + 1` when it takes more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      line[column] = Math.min(
        line[column - 1] + 1,
        above[column] + 1,
        above[column - 1] + (same ? 0 : 1)
      )
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) line[column] = Math.min(line[column], before[column - 2] + 1)
    }
    if (Math.min(...line) > most) return most + 1
    ;[before, above] = [above, line]
  }
  return above[b.length]
}

/** Typing errors that a word of this length may hold: short words have none to spare. */
export const allowedErrors = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)
