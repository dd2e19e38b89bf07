import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * Brings the stock of the default location to what the file says, by
 * movements: stock on hand stays the sum of them. It never goes below what is
 * reserved.
 */
export async function applyStock(trx: TransactionClientContract, actor: string) {
  await sql(LOCK_LEVELS, [], trx)
  await sql(MOVE_STOCK, [actor], trx)
  await sql(SERVE_WAITING, [], trx)
}

/** Sales wait for the import's turn, in one order, so that nobody waits for each other. */
const LOCK_LEVELS = `
  select from stock_levels s join batch b using (product_id)
  where b.stock is not null and b.reason is null
  order by s.product_id, s.location_id for update of s`

/** What came in goes first to whoever waits for it. */
const SERVE_WAITING = `
  select fill_backorders(array(
    select product_id from batch where stock is not null and reason is null and product_id is not null))`

const MOVE_STOCK = `
  with wanted as (
    select b.product_id, l.id as location_id, b.old_brand_id is not null as is_known, coalesce(s.on_hand, 0) as former,
      greatest(b.stock, coalesce(s.reserved, 0)) - coalesce(s.on_hand, 0) as quantity
    from batch b join locations l on l.is_default
    left join stock_levels s on s.product_id = b.product_id and s.location_id = l.id
    where b.stock is not null and b.reason is null
  ), moved as (
    insert into stock_movements (product_id, location_id, quantity, cause, reference, actor)
    select product_id, location_id, quantity, 'import', $1, $1 from wanted where quantity <> 0
    returning product_id, location_id, quantity
  ), raised as (
    -- Not an upsert: its CHECK would look at the movement alone, which may be negative.
    update stock_levels s set on_hand = s.on_hand + m.quantity
    from moved m where m.product_id = s.product_id and m.location_id = s.location_id
  ), opened as (
    insert into stock_levels as s (product_id, location_id, on_hand)
    select m.product_id, m.location_id, m.quantity from moved m
    where not exists (
      select from stock_levels s where s.product_id = m.product_id and s.location_id = m.location_id
    )
    on conflict (product_id, location_id) do update set on_hand = s.on_hand + excluded.on_hand
  ), noted as (
    insert into changed_parts (product_id, part, before, after)
    select w.product_id, 'stock', to_jsonb(w.former), to_jsonb(w.former + w.quantity)
    from wanted w where w.is_known and w.quantity <> 0
  )
  insert into changed (product_id, created) select product_id, false from moved`
