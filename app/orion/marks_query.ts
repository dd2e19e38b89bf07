import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { demandLines } from '#app/orion/demand_lines'
import { HEIRS } from '#app/orion/heirs'
import { BOUNDS, MONTH_OF } from '#app/orion/months'
import {
  type AlikeSales,
  FEWEST_IN_BULK,
  PROMOTED_PERCENT,
  soldBelowUsual,
  soldInBulk,
} from '#app/orion/panel/sale_marks'
import { sql } from '#app/platform/database/sql'

/** Pieces of each month of a history that were sold under a promotion, and in one order unlike any other. */
export interface Marks {
  promoted: Float64Array
  bulk: Float64Array
}

/** Alike sales of what counts as so many pieces of a product; `discounted` is null where only the price may tell. */
type SaleRow = AlikeSales & {
  id: number
  source: number
  times: number
  discounted: boolean | null
}

const YEAR = 12

/**
 * What of the demand of each part was sold under a promotion or as a one-off bulk order, over the `months` whole months
 * before that of `until` (ISO day): of our own orders the lines that a promotion or a coupon took something off, of
 * former programs what their prices tell, with `hindsight` or as of each month. Only parts of which something is marked,
 * by the id of the product.
 */
export async function marksByMonth(
  until: string,
  months: number,
  { hindsight, trx }: { hindsight: boolean; trx?: TransactionClientContract }
): Promise<Map<number, Marks>> {
  const rows = await sql<SaleRow>(SALES, [until, months], trx)
  const marks = new Map<number, Marks>()
  for (const sales of Map.groupBy(rows, ({ id, source }) => `${id} ${source}`).values()) {
    const [{ id, times }] = sales
    const own = marksOf(sales, months, hindsight)
    if (![...own.promoted, ...own.bulk].some((pieces) => pieces > 0)) continue
    const of = marks.get(id) ?? {
      promoted: new Float64Array(months),
      bulk: new Float64Array(months),
    }
    marks.set(id, of)
    for (let month = 0; month < months; month++) {
      of.promoted[month] += times * own.promoted[month]
      of.bulk[month] += times * own.bulk[month]
    }
  }
  return marks
}

function marksOf(sales: SaleRow[], months: number, hindsight: boolean): Marks {
  const former = sales.filter(({ discounted }) => discounted === null)
  const promoted = soldBelowUsual(former, months, YEAR, hindsight)
  for (const { period, pieces, count, discounted } of sales) {
    if (discounted) promoted[period] += pieces * count
  }
  return { promoted, bulk: soldInBulk(sales, months, YEAR) }
}

/** Only of products of which anything could be marked. */
const SALES = `
  with recursive ${BOUNDS}, ${HEIRS}, lines as (
    select product_id, day, quantity, unit_price, discount from (
      ${demandLines({ first: '(select first from bounds)', ending: '(select ending from bounds)' })}
    ) l where quantity > 0
  ), told as (
    select product_id from lines group by 1
    having max(discount) > 0 or max(quantity) >= ${FEWEST_IN_BULK}
      or 100 * min(unit_price) filter (where discount is null)
        <= ${PROMOTED_PERCENT} * max(unit_price) filter (where discount is null)
  )
  select c.heir as id, l.product_id as source, c.pieces as times,
    ${MONTH_OF('l.day')} - ${MONTH_OF('bounds.first')} as period, l.quantity as pieces, l.unit_price as price,
    l.discount > 0 as discounted, count(*)::int as count
  from lines l join told using (product_id) join counted c on c.id = l.product_id cross join bounds
  group by 1, 2, 3, 4, 5, 6, 7`
