import type { HttpContext } from '@adonisjs/core/http'
import { cartKeyOf } from '#app/cart/cart_key'
import { checkoutSession } from '#app/checkout/checkout_session'
import { checkoutAnswer } from '#app/checkout/checkout_transformer'
import { checkoutIdValidator } from '#app/checkout/checkout_validators'
import { startCheckout } from '#app/checkout/start_checkout'
import { localeOf } from '#app/platform/http/locale'

export default class CheckoutsController {
  async store(ctx: HttpContext) {
    const locale = localeOf(ctx)
    const session = await startCheckout(cartKeyOf(ctx), locale)
    ctx.response.status(201)
    return { data: await checkoutAnswer(session, locale) }
  }

  async show(ctx: HttpContext) {
    const { id } = await checkoutIdValidator.validate(ctx.params)
    return { data: await checkoutAnswer(await checkoutSession(id), localeOf(ctx)) }
  }
}
