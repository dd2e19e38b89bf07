import { type CartKey, openedBy } from '#app/cart/cart_key'
import { invalid } from '#app/platform/http/invalid'
import { notFound } from '#app/platform/http/problem'
import { sql } from '#app/platform/database/sql'

/** Of a code that is typed in: nobody minds cases and spaces. */
const KNOWN = `
  select id from promotions where code = upper(regexp_replace($1, '\\s', '', 'g')) and is_active`

/**
 * Puts a coupon into the cart that a key opens, in place of the one that is in it; whether it counts, the
 * cart tells. Throws 404 without a cart, 422 for a code that the shop does not know.
 */
export async function putCoupon(key: CartKey, code: string): Promise<void> {
  const [coupon] = await sql<{ id: number }>(KNOWN, [code])
  if (!coupon) throw invalid('code', 'coupon', 'The shop has no coupon with this code')
  if (!(await setCoupon(key, coupon.id))) throw notFound('cart')
}

/** Takes the coupon out, if there is one. */
export async function removeCoupon(key: CartKey): Promise<void> {
  await setCoupon(key, null)
}

async function setCoupon(key: CartKey, couponId: number | null): Promise<boolean> {
  const { condition, value } = openedBy(key)
  const changed = await sql(
    `update carts c set coupon_id = $2, expires_at = now() + interval '30 days' where ${condition} returning 1`,
    [value, couponId]
  )
  return changed.length > 0
}
