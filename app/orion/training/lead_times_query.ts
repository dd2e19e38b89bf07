import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { LONGEST_LEAD } from '#app/orion/training/learned_set'
import { sql } from '#app/platform/database/sql'

const MONTH = 30

/**
 * Days that stock of each product has to last: from an order to its pieces, and the time to the next order. What
 * nine of ten deliveries of the cheapest supplier took, of the product or of anything, when there were three;
 * else what the supplier says, else the setting.
 */
export async function leadTimesQuery(trx: TransactionClientContract): Promise<Map<number, number>> {
  const rows = await sql<{ id: number; days: number }>(LEAD_DAYS, [], trx)
  return new Map(rows.map(({ id, days }) => [id, days]))
}

/** Months in which a lead time is planned. */
export const monthsOfLead = (days: number) =>
  Math.min(LONGEST_LEAD, Math.max(1, Math.ceil(days / MONTH)))

const LEAD_DAYS = `
  with cheapest as (
    select distinct on (o.product_id) o.product_id, o.supplier_id, o.lead_days, s.lead_days as usual
    from supplier_offers o join suppliers s on s.id = o.supplier_id and s.active
    order by o.product_id, o.cost, o.id
  ), of_product as (
    select supplier_id, product_id, percentile_disc(0.9) within group (order by days) as days
    from lead_times group by 1, 2 having count(*) >= 3
  ), of_supplier as (
    select supplier_id, percentile_disc(0.9) within group (order by days) as days
    from lead_times group by 1 having count(*) >= 3
  )
  select p.id, (coalesce(lp.days, ls.days, c.lead_days, c.usual, t.lead_days) + t.review_days)::int as days
  from products p cross join forecast_settings t
  left join cheapest c on c.product_id = p.id
  left join of_product lp on lp.product_id = p.id and lp.supplier_id = c.supplier_id
  left join of_supplier ls on ls.supplier_id = c.supplier_id`
