import type { HttpContext } from '@adonisjs/core/http'
import { sendCart } from '#app/cart/send_cart'
import { cartKeyOf } from '#app/cart/cart_key'
import { removeFromCart } from '#app/cart/write_cart'

/** The cart of a customer, or the one that a token names. */
export default class CartsController {
  async show(ctx: HttpContext) {
    return sendCart(ctx, cartKeyOf(ctx))
  }

  async destroy(ctx: HttpContext) {
    const key = cartKeyOf(ctx)
    await removeFromCart(key)
    return sendCart(ctx, key)
  }
}
