import { sql } from '#app/platform/database/sql'
import type { DayOfSales } from '#app/reports/daily_sales'

/** What is expected of one day, in millimes: the mean, and what it exceeds once in ten times when parts sell independently. */
export type ExpectedDay = { day: string; expected: number; high: number }

const DAYS = 28
const DAY = 86_400_000
/** So long one reading serves everybody: it adds up every forecast of the shop. */
const FRESH_MS = 600_000

/**
 * Sales of the 28 days after `days`, from the forecasts of their months at the prices of today. Forecasts are
 * for whole months: each is spread over its days as the days of the week have sold of late. Days that no
 * forecast reaches are left out; none without one.
 */
export async function expectedSales(days: DayOfSales[]): Promise<ExpectedDay[]> {
  const last = Date.parse(days.at(-1)!.day)
  const coming = Array.from({ length: DAYS }, (_, nth) => dayOf(last + (nth + 1) * DAY))
  const found = await expectedMonths(coming)
  const months = new Map(found.map((month) => [month.month, month]))
  const weights = weekdayWeights(days)
  return coming.flatMap((day) => {
    const month = months.get(day.slice(0, 7))
    if (!month) return []
    const share = weights[weekdayOf(day)] / monthWeight(day, weights)
    return [{ day, expected: month.expected * share, high: month.high * share }]
  })
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
const weekdayOf = (day: string) => new Date(day).getUTCDay()

/** How much each day of the week sells, Sunday first; all alike where nothing was sold. */
function weekdayWeights(days: DayOfSales[]): number[] {
  const weights = Array.from({ length: 7 }, () => 0)
  for (const { day, revenue } of days) weights[weekdayOf(day)] += Math.max(0, revenue)
  return weights.some((weight) => weight > 0) ? weights : weights.map(() => 1)
}

/** The weights of all days of the month that holds `day`. */
function monthWeight(day: string, weights: number[]): number {
  const [year, month] = day.split('-').map(Number)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  let sum = 0
  for (let nth = 0; nth < length; nth++) sum += weights[(first + nth) % 7]
  return sum
}

type ExpectedMonth = { month: string; expected: number; high: number }

let kept: { key: string; until: number; months: Promise<ExpectedMonth[]> } | undefined

async function expectedMonths(coming: string[]): Promise<ExpectedMonth[]> {
  const [run] = await sql<{ id: number }>(
    'select run_id as id from forecast_state where run_id is not null'
  )
  if (!run) return []
  const key = `${run.id} ${coming[0]}`
  if (kept?.key !== key || kept.until < Date.now()) {
    kept = { key, until: Date.now() + FRESH_MS, months: expectedMonthsQuery(run.id, coming) }
    kept.months.catch(() => (kept = undefined))
  }
  return kept.months
}

function expectedMonthsQuery(runId: number, coming: string[]): Promise<ExpectedMonth[]> {
  return sql<ExpectedMonth>(
    `with months as (
       select to_char(m, 'YYYY-MM') as month,
         ((extract(year from m) - extract(year from r.origin)) * 12
           + extract(month from m) - extract(month from r.origin))::int + 1 as nth
       from forecast_runs r, generate_series(date_trunc('month', $2::date), $3::date, interval '1 month') m
       where r.id = $1
     )
     select m.month, sum(f.means[m.nth] * p.price)::float8 as expected,
       -- Not all parts have a good month at once: what they may sell more adds up by its squares.
       (sum(f.means[m.nth] * p.price) + sqrt(sum((greatest(f.q90[m.nth] - f.means[m.nth], 0) * p.price) ^ 2)))::float8 as high
     from months m cross join forecasts f join products p on p.id = f.product_id
     where f.run_id = $1 and p.price is not null and m.nth between 1 and cardinality(f.means)
     group by m.month`,
    [runId, coming[0], coming.at(-1)]
  )
}
