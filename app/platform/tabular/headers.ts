import { cleanText } from '#app/platform/tabular/clean_text'

/** Headers as keys of a row: clean, none empty, none twice. */
export function uniqueHeaders(cells: string[]): string[] {
  const seen = new Set<string>()
  return cells.map((cell, index) => {
    const name = cleanText(cell).replace(/\s+/g, ' ') || `column ${index + 1}`
    let unique = name
    for (let copy = 2; seen.has(unique); copy++) unique = `${name} (${copy})`
    seen.add(unique)
    return unique
  })
}

/** Cells of a row under their headers; empty cells are left out. */
export function underHeaders<Value extends string | number>(headers: string[], values: Value[]) {
  const cells: Record<string, Value> = Object.create(null)
  for (const [index, value] of values.entries()) {
    if (value !== '') cells[headers[index]] = value
  }
  return cells
}
