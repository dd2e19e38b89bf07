import type { HttpContext } from '@adonisjs/core/http'
import { sendCart } from '#app/cart/send_cart'
import { cartKeyOf } from '#app/cart/cart_key'
import { cartQuery } from '#app/cart/cart_query'
import { removeFromCart } from '#app/cart/write_cart'

/** The cart of a customer, or the one that a token names. */
export default class CartsController {
  async show(ctx: HttpContext) {
    const key = cartKeyOf(ctx)
    return sendCart(ctx, { key, cart: await cartQuery(key) })
  }

  async destroy(ctx: HttpContext) {
    const key = cartKeyOf(ctx)
    await removeFromCart(key)
    return sendCart(ctx, { key, cart: await cartQuery(key) })
  }
}
