import { CART_HEADER, hashOfToken } from '#app/cart/cart_token'
import type { CustomerEntered } from '#app/customers/customer_entered'
import { sql } from '#app/platform/database/sql'

/**
 * What somebody has gathered before logging in becomes the customer's, on top of what was in the cart
 * of the account: from then on the login alone opens it.
 */
export async function mergeGuestCart({ customerId, headerOf, trx }: CustomerEntered) {
  const token = headerOf(CART_HEADER)
  if (!token) return
  const names = [hashOfToken(token), customerId]
  await sql(KEEP_COUPON, names, trx)
  await sql('select merge_cart($1, $2)', names, trx)
}

/** The coupon in hand goes on; without one, the one that was in the customer's cart. */
const KEEP_COUPON = `
  update carts g set coupon_id = c.coupon_id from carts c
  where g.token_hash = $1 and g.coupon_id is null and c.customer_id = $2 and c.coupon_id is not null
    and c.expires_at > now()`
