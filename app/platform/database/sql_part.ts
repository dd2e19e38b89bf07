/** A part of a statement that knows nothing of the others; `?` stands for each of its values. */
export type SqlPart = { sql: string; values: unknown[] }

/** Statements are made of the same parts again and again: their values are numbered once. */
const known = new Map<string, string>()

/** The same text with `$1`, `$2` … in place of each `?`. */
export function numbered(text: string): string {
  let made = known.get(text)
  if (made === undefined) {
    let nth = 0
    made = text.replace(/\?/g, () => `$${++nth}`)
    known.set(text, made)
  }
  return made
}

/** One statement of common table expressions, and what it selects from them. */
export const joinTables = (tables: SqlPart[], select: string) => ({
  text: numbered(`with ${tables.map(({ sql }) => sql).join(',')} ${select}`),
  values: tables.flatMap(({ values }) => values),
})
