import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Panel } from '#app/orion/panel/panel'
import { sql } from '#app/platform/database/sql'

/** A part, in the order of its relatives, and the month in which it begins. */
type PartRow = { id: number; begins: number }
/** Pieces wanted in a month, or null when the part was mostly out of stock. */
type MonthRow = { id: number; month: number; pieces: number | null }

const MONTH_OF = (day: string) =>
  `(extract(year from ${day}) * 12 + extract(month from ${day}))::int`

/**
 * Demand per month of every part that is sold, over `months` whole months before that of `until` (ISO day), for
 * the models: what former programs recorded and our own orders that were not cancelled, returns taken off.
 * What a part replaced is its history too. Months that it spent mostly out of stock are unknown, and so are those
 * before it was first known here or sold. Ids are those of products; parts of one category stand beside each other.
 */
export async function demandByMonth(
  until: string,
  months: number,
  trx?: TransactionClientContract
): Promise<Panel> {
  const parts = await sql<PartRow>(PARTS, [until, months], trx)
  const sold = await sql<MonthRow>(DEMAND, [until, months], trx)
  const firstSale = new Map<number, number>()
  for (const { id, month, pieces } of sold) {
    if (pieces !== null) firstSale.set(id, Math.min(month, firstSale.get(id) ?? months))
  }
  const values = parts.map(({ id, begins }) => {
    const first = Math.max(0, Math.min(begins, firstSale.get(id) ?? months))
    return new Float64Array(months).fill(Number.NaN, 0, first)
  })
  const rowOf = new Map(parts.map(({ id }, row) => [id, row]))
  for (const { id, month, pieces } of sold) {
    const row = rowOf.get(id)
    if (row !== undefined) values[row][month] = pieces ?? Number.NaN
  }
  const begins = (((Number(until.slice(5, 7)) - 1 - months) % 12) + 12) % 12
  return { ids: parts.map(({ id }) => String(id)), season: 12, begins, values }
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

/** The first month, and the product that each one became, however many replaced each other. */
const BASICS = `
  bounds as (
    select (date_trunc('month', $1::date) - make_interval(months => $2::int))::date as first,
      date_trunc('month', $1::date)::date as ending
  ), chain as (
    select id, id as heir, superseded_by_id as next, 0 as depth from products
    union all
    select c.id, p.id, p.superseded_by_id, c.depth + 1 from chain c join products p on p.id = c.next where c.depth < 10
  ), heirs as (
    select distinct on (id) id, heir from chain order by id, depth desc
  )`

const PARTS = `
  with recursive ${BASICS}, born as (
    select h.heir, min((p.created_at at time zone 'Africa/Tunis')::date) as day
    from heirs h join products p on p.id = h.id group by 1
  )
  select p.id, ${MONTH_OF('born.day')} - ${MONTH_OF('bounds.first')} as begins
  from products p join born on born.heir = p.id cross join bounds
  where p.deleted_at is null and p.status = 'active'
  order by p.category_id nulls last, p.sku`

const DEMAND = `
  with recursive ${BASICS}, lines as (
    select s.product_id, s.sold_on as day, s.quantity from sales_history s, bounds
    where s.sold_on >= bounds.first and s.sold_on < bounds.ending
    union all
    select l.product_id, (o.placed_at at time zone 'Africa/Tunis')::date, l.quantity
    from orders o join order_lines l on l.order_id = o.id cross join bounds
    where o.state <> 'cancelled' and o.placed_at >= bounds.first::timestamp at time zone 'Africa/Tunis'
      and o.placed_at < bounds.ending::timestamp at time zone 'Africa/Tunis'
  ), sold as (
    select h.heir, date_trunc('month', l.day)::date as month, sum(l.quantity)::int as pieces
    from lines l join heirs h on h.id = l.product_id group by 1, 2
  ), stock as (
    select h.heir, m.at, sum(m.quantity) over same as on_hand, lead(m.at, 1, now()) over same as until
    from stock_movements m join heirs h on h.id = m.product_id
    window same as (partition by h.heir order by m.at, m.id)
  ), months as (
    select d::date as month, d at time zone 'Africa/Tunis' as starts,
      (d + interval '1 month') at time zone 'Africa/Tunis' as ends
    from bounds, generate_series(bounds.first::timestamp, bounds.ending - interval '1 month', interval '1 month') d
  ), missing as (
    select s.heir, m.month
    from stock s join months m on s.at < m.ends and s.until > m.starts
    where s.on_hand <= 0
    group by s.heir, m.month, m.starts, m.ends
    having sum(least(s.until, m.ends) - greatest(s.at, m.starts)) > (m.ends - m.starts) / 2
  )
  select coalesce(s.heir, x.heir) as id,
    ${MONTH_OF('coalesce(s.month, x.month)')} - ${MONTH_OF('bounds.first')} as month,
    case when x.heir is null then greatest(s.pieces, 0) end as pieces
  from sold s full join missing x on x.heir = s.heir and x.month = s.month cross join bounds`
