import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** From the cheapest to the dearest, in millimes with tax; of one product both are the same. */
type Span = { from: number; to: number }

/** A rule of a price list with what it makes of the prices of today. */
export type PriceRuleRow = {
  id: number
  productId: number | null
  sku: string | null
  productName: string | null
  /** Slugs, and what people call them. */
  brand: string | null
  brandName: string | null
  category: string | null
  categoryName: string | null
  /** In millimes, or percent off the shelf price. */
  price: number | null
  percentOff: number | null
  /** What it is about costs on the shelf; null when none of it is for sale. */
  shelf: Span | null
  /** What it costs by this rule. */
  result: Span | null
  /** It is dearer than the shelf, so that nobody ever pays it. */
  isAboveShelf: boolean
  /** Other lists that speak about the same to the same customers on the same days; the best price counts. */
  others: { id: number; name: string }[]
}

/** So many other lists are named. */
const OTHERS = 5

const BY_RULE = (shelf: string) =>
  `least(${shelf}, coalesce(r.price, (${shelf} * (100 - r.percent_off) + 50) / 100))`

const ROW = `
  select r.id, p.id as "productId", p.sku, p.name_fr as "productName", b.slug as brand, b.name as "brandName",
    c.slug as category, c.name_fr as "categoryName", r.price, r.percent_off as "percentOff",
    case when s.low is not null then json_build_object('from', s.low, 'to', s.high) end as shelf,
    case when s.low is not null
      then json_build_object('from', ${BY_RULE('s.low')}, 'to', ${BY_RULE('s.high')}) end as result,
    coalesce(r.price > s.high, false) as "isAboveShelf",
    coalesce((
      select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id) from (
        select o.id, o.name from price_lists o
        where o.id <> l.id and o.is_active and (o.group_id = l.group_id or o.group_id is null or l.group_id is null)
          and coalesce(o.ends_on, 'infinity') >= greatest(day_in_tunis(), l.starts_on)
          and coalesce(l.ends_on, 'infinity') >= coalesce(o.starts_on, '-infinity')
          and o.id in (
            select price_list_id from price_rules_about(r.product_id)
            union all select price_list_id from price_rules where brand_id = r.brand_id
            union all select a.price_list_id from categories k join price_rules a on a.category_id = k.id
              where k.slug = any (with_parents(c.slug)))
        order by o.id limit ${OTHERS}) o), '[]') as others
  from price_rules r
  join price_lists l on l.id = r.price_list_id
  left join products p on p.id = r.product_id
  left join brands b on b.id = r.brand_id
  left join categories c on c.id = r.category_id
  left join lateral (
    select p.price as low, p.price as high where p.id is not null
    -- The ends of an index each, however many products there are.
    union all select min(price), max(price) from product_listings where brand_id = b.id having b.id is not null
    union all select min(e.low), max(e.high)
      from categories k cross join lateral (
        select min(price) as low, max(price) as high from product_listings where category_id = k.id) e
      where k.slug = c.slug or starts_with(k.slug, c.slug || '/') having c.id is not null
  ) s on true`

const ORDER = 'price-rules:id:desc'

/** A page of the rules of a list, the newest first. One statement. */
export async function priceRulesQuery(listId: number, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : GREATEST_KEY
  const rows = await sql<PriceRuleRow>(
    `${ROW} where r.price_list_id = $1 and r.id < $3 order by r.id desc limit $2`,
    [listId, limit + 1, before]
  )
  return pageOf(rows, limit, ORDER)
}

/** One of them. Throws a 404. */
export async function priceRuleRowQuery(listId: number, id: number): Promise<PriceRuleRow> {
  const [row] = await sql<PriceRuleRow>(`${ROW} where r.price_list_id = $1 and r.id = $2`, [
    ...[listId, id],
  ])
  if (!row) throw notFound('price rule')
  return row
}
