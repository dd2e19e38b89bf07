import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** A product that runs out, and what to order of it, from whoever asks least. `cost` in millimes without tax. */
export type Suggestion = {
  id: number
  sku: string
  nameFr: string
  nameAr: string | null
  available: number
  backordered: number
  incoming: number
  lowStockAt: number
  supplierId: number | null
  supplier: string | null
  reference: string | null
  cost: number | null
  quantity: number
}

type Asked = { supplierId?: number; ids?: number[] }

const ORDER = 'purchase_suggestions:id:asc'

/**
 * Low is what `availability_of` calls low, less what is promised and not there, and more what is on order. So much
 * is suggested that twice the limit is there again, in the supplier's packs and at least its minimum.
 */
const SUGGESTIONS = `
  select w.id, w.sku, w.name_fr as "nameFr", w.name_ar as "nameAr", w.available, w.backordered, w.incoming,
    w.low_stock_at as "lowStockAt", o.supplier_id as "supplierId", o.supplier, o.reference, o.cost,
    (ceil(greatest(coalesce(o.minimum, 1), 2 * w.low_stock_at - w.available + w.backordered - w.incoming)
      / coalesce(o.pack, 1)::numeric) * coalesce(o.pack, 1))::int as quantity
  from (
    select p.id, p.sku, p.name_fr, p.name_ar, s.available, s.backordered, s.low_stock_at,
      coalesce((select sum(incoming)::int from incoming_stock(array[p.id])), 0) as incoming
    from (
      select product_id, sum(on_hand - reserved)::int as available, sum(backordered)::int as backordered,
        sum(low_stock_at)::int as low_stock_at
      from stock_levels join locations a on a.id = location_id and a.kind in ('warehouse', 'store')
      where product_id > $1 and ($3::int[] is null or product_id = any ($3))
        and ($4::int is null or product_id in (select product_id from supplier_offers where supplier_id = $4))
      group by product_id
      having sum(on_hand - reserved - backordered) <= sum(low_stock_at)
    ) s
    join products p on p.id = s.product_id and p.status = 'active' and p.deleted_at is null
    where not exists (select from kit_components k where k.kit_id = p.id)
  ) w
  left join lateral (
    select o.supplier_id, u.name as supplier, o.reference, o.cost, o.pack, o.minimum
    from supplier_offers o join suppliers u on u.id = o.supplier_id and u.active
    where o.product_id = w.id and ($4::int is null or o.supplier_id = $4) order by o.cost, o.id limit 1) o on true
  where w.available - w.backordered + w.incoming <= w.low_stock_at
  order by w.id limit $2`

/** A page of what should be ordered. */
export async function purchaseSuggestionsQuery(
  { supplierId, ids }: Asked,
  limit: number,
  cursor?: string
) {
  const after = cursor ? decodeCursor(ORDER, cursor).id : 0
  const rows = await sql<Suggestion>(SUGGESTIONS, [
    ...[after, limit + 1, ids ?? null, supplierId ?? null],
  ])
  return pageOf(rows, limit, ORDER)
}
