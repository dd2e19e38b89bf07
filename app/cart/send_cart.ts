import { type CartKey, tokenIn } from '#app/cart/cart_key'
import type { HttpContext } from '@adonisjs/core/http'
import type { Cart } from '#app/cart/cart_query'
import { cartAnswer } from '#app/cart/cart_transformer'
import { cartVerdicts } from '#app/cart/cart_verdicts'
import { localeOf } from '#app/platform/http/locale'

/** Answers with the cart that a key opens, for nobody else to keep. */
export async function sendCart(ctx: HttpContext, { key, cart }: { key: CartKey; cart?: Cart }) {
  const token = tokenIn(key)
  if (cart && token) ctx.response.header('X-Cart-Token', token)
  const verdicts = await cartVerdicts(cart?.lines ?? [])
  return { data: cartAnswer({ token, cart }, verdicts, localeOf(ctx)) }
}
