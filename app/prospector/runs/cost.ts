import { sql } from '#app/platform/database/sql'

/** What sources have cost. Cents of US dollars: that is how Google bills. */
export interface Cost {
  calls: number
  cents: number
}

/** Calls of a month that cost nothing, and the price of the others (Text Search Enterprise, first tier). */
const FREE_CALLS = 1_000
const CENTS_PER_CALL = 3.5

/** What calls to paid sources have cost since `date`. Attempts that failed are counted as well: Google's bill is lower. */
export async function costSince(date: Date): Promise<Cost> {
  const [{ calls, paid }] = await sql<{ calls: number; paid: number }>(
    `select count(*)::int as calls, (count(*) filter (where number > $2))::int as paid
     from places_calls where at >= $1`,
    [date, FREE_CALLS]
  )
  return { calls, cents: Math.round(paid * CENTS_PER_CALL) }
}
