import { sql } from '#app/platform/database/sql'

/** What was sold on one day: revenue in millimes, pieces. */
export type DayOfSales = { day: string; revenue: number; pieces: number }

export type RecentPriceChange = {
  sku: string
  name: string
  nameAr: string | null
  oldPrice: number
  newPrice: number
  at: Date
}

/** Figures of the catalogue as it stands. */
export type CatalogueFigures = {
  active: number
  outOfStock: number
  lowStock: number
  belowCost: number
  withoutImage: number
  withoutArabic: number
}

/** Days shown, and as many before them to compare with. */
export const PERIOD = 28

/** Sales of the last 2 × 28 days, oldest first; days without a sale are zero. */
export function dailySalesQuery(): Promise<DayOfSales[]> {
  return sql<DayOfSales>(
    `select d::date::text as day,
       coalesce(sum(s.quantity * s.unit_price), 0)::bigint as revenue,
       coalesce(sum(s.quantity), 0)::int as pieces
     from generate_series(
       (select coalesce(max(sold_on), current_date) from sales_history) - (2 * $1::int - 1),
       (select coalesce(max(sold_on), current_date) from sales_history), interval '1 day') d
     left join sales_history s on s.sold_on = d::date
     group by d order by d`,
    [PERIOD]
  )
}

export async function catalogueFiguresQuery(): Promise<CatalogueFigures> {
  const [figures] = await sql<CatalogueFigures>(
    `select count(*)::int as active,
       (count(*) filter (where l.availability <= 1))::int as "outOfStock",
       (count(*) filter (where l.availability = 2))::int as "lowStock",
       (count(*) filter (where p.price < p.cost))::int as "belowCost",
       (count(*) filter (where l.image_path is null))::int as "withoutImage",
       (count(*) filter (where l.name_ar is null))::int as "withoutArabic"
     from product_listings l join products p on p.id = l.product_id`
  )
  return figures
}

/** The latest changes of a price, newest first. */
export function recentPriceChangesQuery(limit: number): Promise<RecentPriceChange[]> {
  return sql<RecentPriceChange>(
    `select p.sku, p.name_fr as name, p.name_ar as "nameAr", c.old_price as "oldPrice", c.new_price as "newPrice",
       c.changed_at as at
     from (select * from price_changes order by id desc limit 500) c
     join products p on p.id = c.product_id and p.deleted_at is null
     where c.old_price is not null and c.new_price is distinct from c.old_price
     order by c.changed_at desc, c.id desc limit $1`,
    [limit]
  )
}
