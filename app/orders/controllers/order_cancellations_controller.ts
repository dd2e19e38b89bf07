import type { HttpContext } from '@adonisjs/core/http'
import { actingBuyer } from '#app/customers/acting_customer'
import { localeOf } from '#app/platform/http/locale'
import { cancelAsBuyer } from '#app/orders/buyers/cancel_as_buyer'
import { orderOfBuyer } from '#app/orders/buyers/order_of_buyer'
import { orderAnswer } from '#app/orders/buyers/order_transformer'
import {
  orderCancellationValidator,
  orderNumberValidator,
  orderTokenValidator,
} from '#app/orders/buyers/order_validators'

export default class OrderCancellationsController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { token: linked } = await orderTokenValidator.validate(ctx.request.qs())
    const { token = linked, reason } = await orderCancellationValidator.validate(ctx.request.body())
    const order = await orderOfBuyer(ctx, number, token)
    const { actor } = actingBuyer(ctx)
    return { data: orderAnswer(await cancelAsBuyer(order, reason ?? '', actor), localeOf(ctx)) }
  }
}
