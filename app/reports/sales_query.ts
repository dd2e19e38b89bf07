import { sql } from '#app/platform/database/sql'
import type { ReportWeek } from '#app/platform/shell/shell'

/** Sales of a week beside those of the week before; revenue in millimes, tax included. */
type WeekOfSales = {
  revenue: number
  pieces: number
  revenueBefore: number
  piecesBefore: number
}

export async function salesOfWeekQuery({ from, until }: ReportWeek): Promise<WeekOfSales> {
  const [sales] = await sql<WeekOfSales>(
    `select
       coalesce(sum(quantity * unit_price) filter (where sold_on >= $1::date), 0)::bigint as revenue,
       coalesce(sum(quantity) filter (where sold_on >= $1::date), 0)::int as pieces,
       coalesce(sum(quantity * unit_price) filter (where sold_on < $1::date), 0)::bigint as "revenueBefore",
       coalesce(sum(quantity) filter (where sold_on < $1::date), 0)::int as "piecesBefore"
     from sales_history where sold_on >= $1::date - 7 and sold_on < $2::date`,
    [from, until]
  )
  return sales
}

type BestSeller = {
  sku: string
  name: string
  nameAr: string | null
  pieces: number
  revenue: number
}

/** What brought in most, best first. */
export function bestSellersQuery(
  { from, until }: ReportWeek,
  limit: number
): Promise<BestSeller[]> {
  return sql<BestSeller>(
    `select p.sku, p.name_fr as name, p.name_ar as "nameAr", s.pieces, s.revenue
     from (
       select product_id, sum(quantity)::int as pieces,
         coalesce(sum(quantity * unit_price), 0)::bigint as revenue
       from sales_history where sold_on >= $1::date and sold_on < $2::date
       group by product_id order by revenue desc, product_id limit $3
     ) s join products p on p.id = s.product_id
     order by s.revenue desc, s.product_id`,
    [from, until, limit]
  )
}

/**
 * What was left of a week's sales: prices without their tax, less what the pieces cost. All in millimes
 * before tax. Sales of products whose cost nobody knows are only counted.
 */
type WeekOfMargin = { net: number; margin: number; piecesWithoutCost: number }

export async function marginOfWeekQuery({ from, until }: ReportWeek): Promise<WeekOfMargin> {
  const [margin] = await sql<WeekOfMargin>(
    `select coalesce(round(sum(net) filter (where cost is not null)), 0)::bigint as net,
       coalesce(round(sum(net - quantity * cost)), 0)::bigint as margin,
       coalesce(sum(quantity) filter (where cost is null), 0)::int as "piecesWithoutCost"
     from (
       select s.quantity, p.cost, s.quantity * s.unit_price * 100.0 / (100 + p.tax_rate) as net
       from sales_history s join products p on p.id = s.product_id
       where s.sold_on >= $1::date and s.sold_on < $2::date
     ) sold`,
    [from, until]
  )
  return margin
}
