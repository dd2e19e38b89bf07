import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import type { PurchaseOrder } from '#app/purchasing/purchase_order_query'

/** What is wanted of a product; without a `cost` (millimes without tax), what the supplier asks for it. */
export type WantedLine = { sku: string; quantity: number; cost?: number }

/**
 * Pieces of a SKU, the same one more than once is summed. A kit cannot be ordered, its components can. The
 * supplier's reference is that of its offer, else of its numbers.
 */
const WRITE = `
  with wanted as (
    select sku, sum(quantity)::int as quantity, max(cost) as cost, min(nth) as nth
    from rows from (jsonb_to_recordset($3) as (sku text, quantity int, cost bigint))
      with ordinality as w (sku, quantity, cost, nth) group by sku
  ), known as (
    select w.nth, w.quantity, p.id, p.sku, p.name_fr, p.name_ar, coalesce(o.reference, n.number) as reference,
      coalesce(w.cost, o.cost, p.cost, 0) as cost
    from wanted w
    join products p on p.sku = w.sku and p.deleted_at is null
      and not exists (select from kit_components k where k.kit_id = p.id)
    left join supplier_offers o on o.product_id = p.id and o.supplier_id = $2
    left join lateral (
      select number from part_numbers n
      join suppliers s on s.id = $2 and fold_words(s.name) = fold_words(n.owner)
      where n.product_id = p.id and n.kind = 'supplier' order by n.id limit 1) n on true
  ), gone as (
    delete from purchase_order_lines where purchase_order_id = $1 and product_id not in (select id from known)
  ), written as (
    insert into purchase_order_lines as l
      (purchase_order_id, position, product_id, sku, name_fr, name_ar, reference, ordered, cost)
    select $1, nth, id, sku, name_fr, name_ar, reference, quantity, cost from known
    on conflict (purchase_order_id, product_id) do update set position = excluded.position,
      ordered = excluded.ordered, cost = excluded.cost, reference = excluded.reference
    returning sku
  )
  select sku from wanted where sku not in (select sku from known)`

/** Writes all lines of a draft, in place of those it has. Throws 422 for what cannot be ordered. */
export async function writeLines(
  { id, supplierId }: Pick<PurchaseOrder, 'id' | 'supplierId'>,
  lines: WantedLine[],
  trx: TransactionClientContract
): Promise<void> {
  const [unknown] = await sql<{ sku: string }>(WRITE, [id, supplierId, JSON.stringify(lines)], trx)
  if (!unknown) return
  const message = `There is no product ${unknown.sku} that can be ordered; of a kit, order its components`
  throw invalid('sku', 'orderable', message)
}
