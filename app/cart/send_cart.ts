import type { HttpContext } from '@adonisjs/core/http'
import { cartQuery } from '#app/cart/cart_query'
import { cartAnswer } from '#app/cart/cart_transformer'
import { cartVerdicts } from '#app/cart/cart_verdicts'
import { localeOf } from '#app/platform/http/locale'

/** Answers with the cart of a token as it is now, for nobody else to keep. */
export async function sendCart(ctx: HttpContext, token: string | undefined) {
  const cart = token ? await cartQuery(token) : undefined
  if (cart && token) ctx.response.header('X-Cart-Token', token)
  const verdicts = await cartVerdicts(cart?.lines ?? [])
  return { data: cartAnswer({ token, cart }, verdicts, localeOf(ctx)) }
}
