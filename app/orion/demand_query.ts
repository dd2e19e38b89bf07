import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { demandLines } from '#app/orion/demand_lines'
import { EMPTY_SHELVES } from '#app/orion/empty_shelves'
import { HEIRS } from '#app/orion/heirs'
import { BOUNDS, MONTH_OF } from '#app/orion/months'
import type { Panel } from '#app/orion/panel/panel'
import { sql } from '#app/platform/database/sql'

/** A part, in the order of its relatives, and the period in which it begins. */
type PartRow = { id: number; begins: number }
/** Pieces wanted in a period, and whether there were none to be had for most of it. */
type PeriodRow = { id: number; period: number; pieces: number; isEmpty: boolean }

/** How time is divided, as SQL over `bounds`. */
interface Division {
  /** CTE of the `$2` whole periods before the month of the day `$1`. */
  bounds: string
  /** Number of the period of a day, the first one being 0. */
  numberOf: (day: string) => string
  /** First day of the period of a number. */
  startOf: (number: string) => string
}

const MONTHS: Division = {
  bounds: BOUNDS,
  numberOf: (day) => `${MONTH_OF(day)} - ${MONTH_OF('bounds.first')}`,
  startOf: (number) => `bounds.first + make_interval(months => ${number})`,
}

/** Weeks are seven days each, the last one ends where the month begins. */
const WEEKS: Division = {
  bounds: `
  bounds as (
    select date_trunc('month', $1::date)::date - 7 * $2::int as first, date_trunc('month', $1::date)::date as ending
  )`,
  numberOf: (day) => `floor((${day} - bounds.first) / 7.0)::int`,
  startOf: (number) => `bounds.first + 7 * ${number}`,
}

/**
 * Demand per month of every part that is sold, over `months` whole months before that of `until` (ISO day), for
 * the models: what former programs recorded and our own orders that were not cancelled, less what came back.
 * What a part replaced is its history too, and so is what kits took of it. Unknown are the months before it was first
 * known here or sold, and those that it spent mostly out of stock, unless more was sold in them than usual. Ids are
 * those of products; parts of one category stand beside each other.
 */
export async function demandByMonth(
  until: string,
  months: number,
  trx?: TransactionClientContract
): Promise<Panel> {
  const begins = (((Number(until.slice(5, 7)) - 1 - months) % 12) + 12) % 12
  return { ...(await demandBy(MONTHS, until, months, trx)), season: 12, begins }
}

/** The same per week, over `weeks` times seven days that end where the month of `until` begins. */
export async function demandByWeek(
  until: string,
  weeks: number,
  trx?: TransactionClientContract
): Promise<Panel> {
  return { ...(await demandBy(WEEKS, until, weeks, trx)), season: 52 }
}

async function demandBy(
  division: Division,
  until: string,
  count: number,
  trx?: TransactionClientContract
): Promise<Pick<Panel, 'ids' | 'values'>> {
  const parts = await sql<PartRow>(partsBy(division), [until, count], trx)
  const rows = await sql<PeriodRow>(soldBy(division), [until, count], trx)
  const sold = Map.groupBy(rows, ({ id }) => id)
  return {
    ids: parts.map(({ id }) => String(id)),
    values: parts.map(({ id, begins }) => periodsOf(sold.get(id) ?? [], begins, count)),
  }
}

function periodsOf(sold: PeriodRow[], begins: number, count: number): Float64Array {
  const first = sold.reduce(
    (least, { period, pieces }) => (pieces > 0 ? Math.min(least, period) : least),
    begins
  )
  const values = new Float64Array(count).fill(Number.NaN, 0, Math.max(0, Math.min(first, count)))
  for (const { period, pieces, isEmpty } of sold) values[period] = isEmpty ? Number.NaN : pieces
  const usual = meanKnown(values)
  for (const { period, pieces, isEmpty } of sold) {
    // At least so many were wanted: too little is closer to the truth than nothing.
    if (isEmpty && pieces > usual) values[period] = pieces
  }
  return values
}

/** 0 when nothing is known. */
function meanKnown(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
}

/** Months from the first sale there is to the last whole month before that of `until`, at most `most`. */
export async function monthsOfHistory(
  until: string,
  most: number,
  trx?: TransactionClientContract
): Promise<number> {
  const [{ months }] = await sql<{ months: number | null }>(
    `select ${MONTH_OF('$1::date')} - ${MONTH_OF('min(day)')} as months from (
       select min(sold_on) as day from sales_history
       union all
       select min(placed_at at time zone 'Africa/Tunis')::date from orders where state <> 'cancelled') first`,
    [until],
    trx
  )
  return Math.min(most, Math.max(0, months ?? 0))
}

const partsBy = ({ bounds, numberOf }: Division) => `
  with recursive ${bounds}, ${HEIRS}, born as (
    select h.heir, min((p.created_at at time zone 'Africa/Tunis')::date) as day
    from heirs h join products p on p.id = h.id group by 1
  )
  select p.id, ${numberOf('born.day')} as begins
  from products p join born on born.heir = p.id cross join bounds
  where p.deleted_at is null and p.status = 'active'
  order by p.category_id nulls last, p.sku`

const soldBy = ({ bounds, numberOf, startOf }: Division) => `
  with recursive ${bounds}, ${HEIRS}, ${EMPTY_SHELVES}, lines as (
    ${demandLines({ first: '(select first from bounds)', ending: '(select ending from bounds)' })}
  ), by_product as (
    select l.product_id, ${numberOf('l.day')} as period, sum(l.quantity)::int as pieces
    from lines l cross join bounds group by 1, 2
  ), sold as (
    select c.heir, b.period, sum(b.pieces * c.pieces)::int as pieces
    from by_product b join counted c on c.id = b.product_id group by 1, 2
  ), periods as (
    select n as period, (${startOf('n')})::timestamp at time zone 'Africa/Tunis' as starts,
      (${startOf('(n + 1)')})::timestamp at time zone 'Africa/Tunis' as ends
    from bounds, generate_series(0, $2::int - 1) n
  ), missing as (
    select e.heir, p.period
    from empty_shelves e join periods p on e.at < p.ends and e.until > p.starts
    group by e.heir, p.period, p.starts, p.ends
    having sum(least(e.until, p.ends) - greatest(e.at, p.starts)) > (p.ends - p.starts) / 2
  )
  select coalesce(s.heir, x.heir) as id, coalesce(s.period, x.period) as period,
    greatest(coalesce(s.pieces, 0), 0) as pieces, x.heir is not null as "isEmpty"
  from sold s full join missing x on x.heir = s.heir and x.period = s.period`
