import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type CartKey, openedBy } from '#app/cart/cart_key'
import type { Offer } from '#app/pricing/apply_promotions'
import { OFFER_IN_JSON } from '#app/pricing/offers_query'
import { sql } from '#app/platform/database/sql'

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

/** Truth, not listings: what lists show may be two seconds old. */
const cartWhere = (condition: string) => `
  select c.id, to_json(c.expires_at at time zone 'UTC') #>> '{}' || 'Z' as "expiresAt", coalesce((
    select json_agg(json_build_object(
      'productId', p.id, 'sku', p.sku, 'slug', p.slug, 'nameFr', p.name_fr, 'nameAr', p.name_ar,
      'imagePath', l.image_path, 'quantity', i.quantity, 'seenPrice', i.seen_price, 'taxRate', p.tax_rate,
      'price', case when l.product_id is not null then price_for(p.id, u.customer_group_id, i.quantity, day_in_tunis()) end,
      'orderable', p.orderable, 'availability', a.availability, 'free', a.free, 'vehicleTypeId', i.vehicle_type_id,
      'brandId', p.brand_id, 'category', k.slug
    ) order by i.added_at, p.id)
    from cart_items i
    join products p on p.id = i.product_id
    left join product_listings l on l.product_id = p.id
    left join categories k on k.id = p.category_id
    cross join lateral availability_of(array[p.id]) a
    where i.cart_id = c.id), '[]') as lines,
    coalesce((select json_agg(${OFFER_IN_JSON})
      from promotions_for(u.id, u.phone, u.customer_group_id, c.coupon_id) o), '[]') as offers
  from carts c left join customers u on u.id = c.customer_id where ${condition}`

/** The cart that a key opens, or undefined when there is none (any more). One statement. */
export async function cartQuery(
  key: CartKey,
  trx?: TransactionClientContract
): Promise<Cart | undefined> {
  const { condition, value } = openedBy(key)
  const [cart] = await sql<Cart>(cartWhere(condition), [value], trx)
  return cart
}
