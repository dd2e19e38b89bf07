import type { HttpContext } from '@adonisjs/core/http'
import { orderOfBuyer } from '#app/orders/buyers/order_of_buyer'
import { orderNumberValidator, orderTokenValidator } from '#app/orders/buyers/order_validators'
import { orderPage } from '#app/storefront/order_page'

/** An order in the browser of whoever has its link. */
export default class OrderPagesController {
  async show(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { token } = await orderTokenValidator.validate(ctx.request.qs())
    const order = await orderOfBuyer(ctx, number, token)
    return ctx.view.render('orders/show', { token, ...(await orderPage(order, ctx.i18n)) })
  }
}
