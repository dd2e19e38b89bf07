import { sql } from '#app/platform/database/sql'

/** What sources have cost. Cents of US dollars: that is how Google bills. */
export interface Cost {
  calls: number
  cents: number
}

/** Calls of a month that cost nothing, and the price of the others (Text Search Enterprise, first tier). */
export const FREE_CALLS = 1_000
const CENTS_PER_CALL = 3.5

/** What calls to paid sources have cost since `date`. Attempts that failed are counted as well: Google's bill is lower. */
export const costSince = (date: Date): Promise<Cost> => costWhere('at >= $2', [date])

/** The same of some days of Tunis, such as `2026-11-16`; `until` is the day after the last. */
export const costBetween = (from: string, until: string): Promise<Cost> =>
  costWhere(
    `at >= $2::date::timestamp at time zone 'Africa/Tunis' and at < $3::date::timestamp at time zone 'Africa/Tunis'`,
    [from, until]
  )

async function costWhere(condition: string, values: (Date | string)[]): Promise<Cost> {
  const [{ calls, paid }] = await sql<{ calls: number; paid: number }>(
    `select count(*)::int as calls, (count(*) filter (where number > $1))::int as paid
     from places_calls where ${condition}`,
    [FREE_CALLS, ...values]
  )
  return { calls, cents: centsOf(paid) }
}

/** What so many calls cost that are beyond the free ones of their month. */
export const centsOf = (paid: number): number => Math.round(paid * CENTS_PER_CALL)
