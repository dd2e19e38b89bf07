import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ContextAsked } from '#app/orion/context/context_asked'
import { BOUNDS, MONTH_OF } from '#app/orion/months'
import { sql } from '#app/platform/database/sql'

/** The last price that a product got in a month; what it got before the first one counts as of the first. */
type PriceRow = { id: number; month: number; price: number | null }

/** The price at the end of each month, in millimes, NaN while there is none; nothing when there are no prices. */
export async function pricesByMonth(
  { ids, until, months }: ContextAsked,
  trx?: TransactionClientContract
): Promise<Float64Array[] | undefined> {
  const rows = await sql<PriceRow>(PRICES, [until, months, ids], trx)
  if (rows.length === 0) return undefined
  const changes = Map.groupBy(rows, ({ id }) => id)
  return ids.map((id) => {
    const prices = new Float64Array(months).fill(Number.NaN)
    for (const { month, price } of changes.get(id) ?? []) {
      prices.fill(price ?? Number.NaN, month)
    }
    return prices
  })
}

const DAY = `(c.changed_at at time zone 'Africa/Tunis')`
const MONTH = `greatest(0, ${MONTH_OF(DAY)} - ${MONTH_OF('bounds.first')})`
const PRICES = `
  with ${BOUNDS}
  select distinct on (c.product_id, ${MONTH}) c.product_id as id, ${MONTH} as month, c.new_price as price
  from price_changes c cross join bounds
  where c.product_id = any ($3::int[]) and ${DAY} < bounds.ending
  order by c.product_id, ${MONTH}, c.changed_at desc, c.id desc`
