import type { HttpContext } from '@adonisjs/core/http'
import { sendCart } from '#app/cart/send_cart'
import { cartTokenOf } from '#app/cart/cart_token'
import { removeFromCart } from '#app/cart/write_cart'

/** The cart that a token names. */
export default class CartsController {
  async show(ctx: HttpContext) {
    return sendCart(ctx, cartTokenOf(ctx))
  }

  async destroy(ctx: HttpContext) {
    const token = cartTokenOf(ctx)
    if (token) await removeFromCart(token)
    return sendCart(ctx, token)
  }
}
