import { sql } from '#app/platform/database/sql'

/** What a product cost on a day, and cost us, in millimes. */
export type DayPrice = { day: string; price: number; cost: number | null }

/** The price on each Monday of the last year, as far back as it is known. */
export function priceCourseQuery(productId: number): Promise<DayPrice[]> {
  return sql<DayPrice>(
    `select w::date::text as day, c.new_price as price, c.new_cost as cost
     from generate_series(now() - interval '52 weeks', now(), interval '1 week') w
     cross join lateral (
       select new_price, new_cost from price_changes
       where product_id = $1 and changed_at <= w and new_price is not null
       order by changed_at desc, id desc limit 1
     ) c order by 1`,
    [productId]
  )
}
