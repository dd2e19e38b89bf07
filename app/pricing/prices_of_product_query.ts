import { sql } from '#app/platform/database/sql'
import type { PriceListState } from '#app/pricing/price_lists_query'

/** What a group pays for a product by a list that counts now or will. */
export type PriceOfProduct = {
  listId: number
  listName: string
  /** The code of a group and what it is called; null for everybody. */
  group: string | null
  groupName: string | null
  minQuantity: number
  /** Days of Tunis as `2026-11-30`; both count. */
  startsOn: string | null
  endsOn: string | null
  state: PriceListState
  /** Millimes with tax, never above the shelf price. */
  price: number
}

/** So many are shown; who has more looks at the lists. */
const MOST = 100

/** Which groups pay what for a product, from which quantity and on which days. One statement. */
export const pricesOfProductQuery = (productId: number) =>
  sql<PriceOfProduct>(
    `select l.id as "listId", l.name as "listName", g.code as "group", g.name as "groupName", l.min_quantity as "minQuantity",
       l.starts_on::text as "startsOn", l.ends_on::text as "endsOn",
       case when l.starts_on > day_in_tunis() then 'planned' else 'running' end as state,
       least(p.price, min(r.price)) as price
     from price_rules_about($1) r
     join products p on p.id = $1
     join price_lists l on l.id = r.price_list_id
     left join customer_groups g on g.id = l.group_id
     where l.is_active and coalesce(l.ends_on, 'infinity') >= day_in_tunis() and r.price is not null
     group by l.id, g.code, g.name, p.price
     order by g.name nulls first, l.min_quantity, l.id limit $2`,
    [productId, MOST]
  )
