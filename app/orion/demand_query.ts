import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { demandLines } from '#app/orion/demand_lines'
import { EMPTY_SHELVES } from '#app/orion/empty_shelves'
import { HEIRS } from '#app/orion/heirs'
import { BOUNDS, MONTH_OF } from '#app/orion/months'
import type { Panel } from '#app/orion/panel/panel'
import { sql } from '#app/platform/database/sql'

/** A part, in the order of its relatives, and the month in which it begins. */
type PartRow = { id: number; begins: number }
/** Pieces wanted in a month, and whether there were none to be had for most of it. */
type MonthRow = { id: number; month: number; pieces: number; isEmpty: boolean }

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
  const parts = await sql<PartRow>(PARTS, [until, months], trx)
  const sold = Map.groupBy(await sql<MonthRow>(DEMAND, [until, months], trx), ({ id }) => id)
  const values = parts.map(({ id, begins }) => monthsOf(sold.get(id) ?? [], begins, months))
  const begins = (((Number(until.slice(5, 7)) - 1 - months) % 12) + 12) % 12
  return { ids: parts.map(({ id }) => String(id)), season: 12, begins, values }
}

function monthsOf(sold: MonthRow[], begins: number, months: number): Float64Array {
  const first = sold.reduce(
    (least, { month, pieces }) => (pieces > 0 ? Math.min(least, month) : least),
    begins
  )
  const values = new Float64Array(months).fill(Number.NaN, 0, Math.max(0, Math.min(first, months)))
  for (const { month, pieces, isEmpty } of sold) values[month] = isEmpty ? Number.NaN : pieces
  const usual = meanKnown(values)
  for (const { month, pieces, isEmpty } of sold) {
    // At least so many were wanted: too little is closer to the truth than nothing.
    if (isEmpty && pieces > usual) values[month] = pieces
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

const PARTS = `
  with recursive ${BOUNDS}, ${HEIRS}, born as (
    select h.heir, min((p.created_at at time zone 'Africa/Tunis')::date) as day
    from heirs h join products p on p.id = h.id group by 1
  )
  select p.id, ${MONTH_OF('born.day')} - ${MONTH_OF('bounds.first')} as begins
  from products p join born on born.heir = p.id cross join bounds
  where p.deleted_at is null and p.status = 'active'
  order by p.category_id nulls last, p.sku`

const DEMAND = `
  with recursive ${BOUNDS}, ${HEIRS}, ${EMPTY_SHELVES}, lines as (
    ${demandLines({ first: '(select first from bounds)', ending: '(select ending from bounds)' })}
  ), by_product as (
    select product_id, date_trunc('month', day)::date as month, sum(quantity)::int as pieces from lines group by 1, 2
  ), sold as (
    select c.heir, b.month, sum(b.pieces * c.pieces)::int as pieces
    from by_product b join counted c on c.id = b.product_id group by 1, 2
  ), months as (
    select d::date as month, d at time zone 'Africa/Tunis' as starts,
      (d + interval '1 month') at time zone 'Africa/Tunis' as ends
    from bounds, generate_series(bounds.first::timestamp, bounds.ending - interval '1 month', interval '1 month') d
  ), missing as (
    select e.heir, m.month
    from empty_shelves e join months m on e.at < m.ends and e.until > m.starts
    group by e.heir, m.month, m.starts, m.ends
    having sum(least(e.until, m.ends) - greatest(e.at, m.starts)) > (m.ends - m.starts) / 2
  )
  select coalesce(s.heir, x.heir) as id,
    ${MONTH_OF('coalesce(s.month, x.month)')} - ${MONTH_OF('bounds.first')} as month,
    greatest(coalesce(s.pieces, 0), 0) as pieces, x.heir is not null as "isEmpty"
  from sold s full join missing x on x.heir = s.heir and x.month = s.month cross join bounds`
