import type { HttpContext } from '@adonisjs/core/http'
import { hashOfToken, cartTokenOf } from '#app/cart/cart_token'
import { visitorOf } from '#app/customers/acting_customer'

/** What opens a cart: the login of the customer whose it is, or its token. Neither opens none. */
export type CartKey = { customerId: number } | { token: string | undefined }

/** By what a request opens its cart; who is logged in has a cart of their own. */
export function cartKeyOf(ctx: HttpContext): CartKey {
  const customer = visitorOf(ctx)
  return customer ? { customerId: customer.id } : { token: cartTokenOf(ctx) }
}

export const tokenIn = (key: CartKey) => ('token' in key ? key.token : undefined)

/** What opens a cart, as a statement takes it: the hash in hexadecimal digits and the customer; one of them, or neither. */
export const namedBy = (key: CartKey) => ({
  hash: 'token' in key && key.token ? hashOfToken(key.token).toString('hex') : null,
  customer: 'customerId' in key ? key.customerId : null,
})

/** Of `carts c`: the one that a key opens, as a condition on `$1`, and the value of that. */
export function openedBy(key: CartKey): { condition: string; value: unknown } {
  if ('customerId' in key) {
    return { condition: 'c.customer_id = $1 and c.expires_at > now()', value: key.customerId }
  }
  const hash = key.token ? hashOfToken(key.token) : null
  return { condition: 'c.token_hash = $1 and c.expires_at > now()', value: hash }
}
