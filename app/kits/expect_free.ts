import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Product from '#app/catalogue/products/product'
import { kitPromised, ownPieces } from '#app/kits/kit_refusals'
import { sql } from '#app/platform/database/sql'

/** Whoever holds a product as it is made today, by the number of the order or quote; a checkout has none. */
const WAITING = `
  select o.number from orders o join order_lines l on l.order_id = o.id
    where l.product_id = $1 and o.state in ('placed', 'confirmed') and o.delivery_state in ('pending', 'partially_shipped')
  union all select q.number from quotes q join quote_lines l on l.quote_id = q.id
    where l.product_id = $1 and q.state = 'open' and q.expires_at > now()
  union all select null from checkout_sessions s
    where s.state = 'open' and s.expires_at > now() and s.lines @> jsonb_build_array(jsonb_build_object('productId', $1::int))
  limit 5`

/**
 * Throws 409 while somebody was promised a product: its components of today are held for them. Throws it as
 * well for one that has pieces of its own, which nobody would see any more.
 */
export async function expectFree({ id, sku }: Product, trx: TransactionClientContract) {
  const waiting = await sql<{ number: string | null }>(WAITING, [id], trx)
  if (waiting.length)
    throw kitPromised(
      sku,
      waiting.flatMap(({ number }) => number ?? [])
    )
  const own = await sql(
    'select from stock_levels where product_id = $1 and (on_hand > 0 or reserved > 0 or backordered > 0) limit 1',
    [id],
    trx
  )
  if (own.length) throw ownPieces(sku)
}
