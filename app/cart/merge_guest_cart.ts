import { CART_HEADER, hashOfToken } from '#app/cart/cart_token'
import type { CustomerEntered } from '#app/customers/customer_entered'
import { sql } from '#app/platform/database/sql'

/**
 * What somebody has gathered before logging in becomes the customer's, on top of what was in the cart
 * of the account: from then on the login alone opens it.
 */
export async function mergeGuestCart({ customerId, headerOf, trx }: CustomerEntered) {
  const token = headerOf(CART_HEADER)
  if (token) await sql('select merge_cart($1, $2)', [hashOfToken(token), customerId], trx)
}
