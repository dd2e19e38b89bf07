import { sql } from '#app/platform/database/sql'

/** More are not told at once. */
const MOST = 20

/** What the column `broken` of a statement says, of its first rows. */
export async function brokenRows(statement: string): Promise<string[]> {
  const rows = await sql<{ broken: string }>(`${statement} limit ${MOST}`)
  return rows.map(({ broken }) => broken)
}
