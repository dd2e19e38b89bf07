import { type CartKey, namedBy } from '#app/cart/cart_key'
import type { Offer } from '#app/pricing/apply_promotions'
import { sql } from '#app/platform/database/sql'
import { together } from '#app/platform/database/together'

/** A line of a cart with what is true of its product now. Prices in millimes, tax included. */
export type CartLine = {
  productId: number
  sku: string
  slug: string
  nameFr: string
  nameAr: string | null
  imagePath: string | null
  quantity: number
  /** Null for what is not sold any more. */
  price: number | null
  seenPrice: number | null
  taxRate: number
  orderable: boolean
  /** From how many pieces on it is sold, and in packs of how many. */
  minQuantity: number
  packSize: number
  /** 3 in_stock, 2 low_stock, 1 on_order, 0 out_of_stock. */
  availability: number
  free: number
  vehicleTypeId: number | null
  brandId: number | null
  /** The slug of its category, with its path. */
  category: string | null
}

/** `offers` are the promotions that come by themselves, and the coupon of the cart. */
export type Cart = { id: number; expiresAt: string; lines: CartLine[]; offers: Offer[] }

const OPENED = `
  select (
    select cart_seen(c.id) from (
      select id, expires_at from carts where token_hash = decode(w.hash, 'hex')
      union all select id, expires_at from carts where customer_id = w.customer
    ) c where c.expires_at > now()
  ) as cart
  from rows from (jsonb_to_recordset($1) as (hash text, customer integer))
    with ordinality as w (hash, customer, nth)
  order by w.nth`

/** The cart that a key opens, or undefined when there is none (any more). One statement. */
export const cartQuery = together(
  async (keys: readonly CartKey[]): Promise<(Cart | undefined)[]> => {
    const rows = await sql<{ cart: Cart | null }>(OPENED, [JSON.stringify(keys.map(namedBy))])
    return rows.map(({ cart }) => cart ?? undefined)
  }
)
