import type { HttpContext } from '@adonisjs/core/http'
import { localeOf } from '#app/platform/http/locale'
import { orderAnswer } from '#app/orders/buyers/order_transformer'
import { orderTrackingValidator } from '#app/orders/buyers/order_validators'
import { trackOrder } from '#app/orders/buyers/track_order'

export default class OrderTrackingsController {
  async store(ctx: HttpContext) {
    const { number, phoneLast4 } = await orderTrackingValidator.validate(ctx.request.body())
    return { data: orderAnswer(await trackOrder(number, phoneLast4), localeOf(ctx)) }
  }
}
