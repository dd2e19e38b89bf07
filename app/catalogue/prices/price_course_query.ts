import { sql } from '#app/platform/database/sql'

/** What a product cost on a day, in millimes. */
type DayPrice = { day: string; price: number }

/** The price on each Monday of the last year, as far back as it is known. */
export function priceCourseQuery(productId: number): Promise<DayPrice[]> {
  return sql<DayPrice>(
    `select w::date::text as day, c.new_price as price
     from generate_series(now() - interval '52 weeks', now(), interval '1 week') w
     cross join lateral (
       select new_price from price_changes
       where product_id = $1 and changed_at <= w and new_price is not null
       order by changed_at desc, id desc limit 1
     ) c order by 1`,
    [productId]
  )
}
