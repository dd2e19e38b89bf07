import type { HttpContext } from '@adonisjs/core/http'
import { cartKeyOf } from '#app/cart/cart_key'
import { cartQuery } from '#app/cart/cart_query'
import { couponValidator } from '#app/cart/cart_validators'
import { putCoupon, removeCoupon } from '#app/cart/coupon'
import { sendCart } from '#app/cart/send_cart'

/** The coupon of a cart. */
export default class CouponsController {
  async store(ctx: HttpContext) {
    const { code } = await couponValidator.validate(ctx.request.body())
    const key = cartKeyOf(ctx)
    await putCoupon(key, code)
    return sendCart(ctx, { key, cart: await cartQuery(key) })
  }

  async destroy(ctx: HttpContext) {
    const key = cartKeyOf(ctx)
    await removeCoupon(key)
    return sendCart(ctx, { key, cart: await cartQuery(key) })
  }
}
