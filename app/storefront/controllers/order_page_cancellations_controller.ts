import type { HttpContext } from '@adonisjs/core/http'
import { actingBuyer } from '#app/customers/acting_customer'
import { cancelAsBuyer } from '#app/orders/buyers/cancel_as_buyer'
import { orderAddress } from '#app/orders/buyers/order_address'
import { orderOfBuyer } from '#app/orders/buyers/order_of_buyer'
import {
  orderCancellationValidator,
  orderNumberValidator,
} from '#app/orders/buyers/order_validators'

export default class OrderPageCancellationsController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { token, reason } = await ctx.request.validateUsing(orderCancellationValidator)
    const order = await orderOfBuyer(ctx, number, token)
    await cancelAsBuyer(order, reason ?? '', actingBuyer(ctx).actor)
    ctx.session.flash('done', 'order_page.is_cancelled_now')
    const { pathname, search } = new URL(orderAddress(order.number))
    return ctx.response.seeOther(pathname + search)
  }
}
