import type { HttpContext } from '@adonisjs/core/http'
import { localeOf } from '#app/platform/http/locale'
import { notFound } from '#app/platform/http/problem'
import { cancelAsBuyer } from '#app/orders/cancel_as_buyer'
import { opensOrder } from '#app/orders/order_token'
import { orderAnswer } from '#app/orders/order_transformer'
import { orderCancellationValidator, orderNumberValidator } from '#app/orders/order_validators'

export default class OrderCancellationsController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { token, reason } = await orderCancellationValidator.validate(ctx.request.body())
    if (!opensOrder(token, number)) throw notFound('order')
    const order = await cancelAsBuyer(number, reason ?? '')
    return { data: orderAnswer(order, localeOf(ctx)) }
  }
}
