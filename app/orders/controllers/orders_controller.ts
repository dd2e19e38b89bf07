import type { HttpContext } from '@adonisjs/core/http'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { orderQuery } from '#app/orders/order_query'
import { opensOrder } from '#app/orders/order_token'
import { contactAnswer, orderAnswer } from '#app/orders/order_transformer'
import { orderNumberValidator, orderTokenValidator } from '#app/orders/order_validators'

export default class OrdersController {
  /** For whoever has its token. */
  async show(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { token } = await orderTokenValidator.validate(ctx.request.qs())
    const order = opensOrder(token, number) ? await orderQuery(number) : undefined
    if (!order) throw notFound('order')
    return { data: { ...orderAnswer(order, localeOf(ctx)), contact: contactAnswer(order.contact) } }
  }
}
