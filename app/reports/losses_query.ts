import { STEEP } from '#app/catalogue/prices/price_alarms_query'
import { sql } from '#app/platform/database/sql'
import type { ReportWeek } from '#app/platform/shell/shell'

const ZONE = 'Africa/Tunis'
const MOMENTS_OF_WEEK = `between_at as (
  select $1::date::timestamp at time zone '${ZONE}' as start,
    $2::date::timestamp at time zone '${ZONE}' as finish
)`

type SoldOut = { sku: string; name: string; nameAr: string | null; pieces: number }

/** Published products with nothing on hand, and how many pieces they sold in the 90 days before. */
export async function soldOutQuery({ until }: ReportWeek, limit: number) {
  const rows = await sql<SoldOut & { total: number }>(
    `select l.sku, l.name_fr as name, l.name_ar as "nameAr", coalesce(s.pieces, 0)::int as pieces,
       (count(*) over ())::int as total
     from product_listings l
     left join (
       select product_id, sum(quantity) as pieces from sales_history
       where sold_on >= $1::date - 90 and sold_on < $1::date group by 1
     ) s using (product_id)
     where l.availability <= 1
     order by coalesce(s.pieces, 0) desc, l.sku limit $2`,
    [until, limit]
  )
  return { total: rows[0]?.total ?? 0, rows }
}

type SteepChange = {
  sku: string
  name: string
  nameAr: string | null
  oldPrice: number
  newPrice: number
}

/** Prices that jumped in that week, the furthest first. */
export async function steepChangesQuery({ from, until }: ReportWeek, limit: number) {
  const rows = await sql<SteepChange & { total: number }>(
    `with ${MOMENTS_OF_WEEK}
     select p.sku, p.name_fr as name, p.name_ar as "nameAr", c.old_price as "oldPrice",
       c.new_price as "newPrice", (count(*) over ())::int as total
     from price_changes c join products p on p.id = c.product_id and p.deleted_at is null, between_at b
     where c.changed_at >= b.start and c.changed_at < b.finish
       and ${STEEP}
     order by abs(c.new_price - c.old_price)::float8 / c.old_price desc, c.id limit $3`,
    [from, until, limit]
  )
  return { total: rows[0]?.total ?? 0, rows }
}

type MissedSearch = { words: string; asked: number }

/** What customers searched for in that week and did not find, what many missed first. */
export async function missedSearchesQuery({ from, until }: ReportWeek, limit: number) {
  const rows = await sql<MissedSearch & { total: number }>(
    `select min(words) as words, sum(asked)::int as asked,
       (sum(sum(asked)) over ())::int as total
     from unmet_demand
     where kind = 'search' and asked_on >= $1::date and asked_on < $2::date
     group by words_norm order by sum(asked) desc, min(words) limit $3`,
    [from, until, limit]
  )
  return { total: rows[0]?.total ?? 0, rows }
}
