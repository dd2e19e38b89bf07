import type { HttpContext } from '@adonisjs/core/http'
import { customerOf } from '#app/customers/acting_customer'
import { localeOf } from '#app/platform/http/locale'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { customerOrdersQuery } from '#app/orders/buyers/customer_orders_query'
import { orderOfBuyer } from '#app/orders/buyers/order_of_buyer'
import { contactAnswer, orderAnswer, ownOrderAnswer } from '#app/orders/buyers/order_transformer'
import { orderNumberValidator, orderTokenValidator } from '#app/orders/buyers/order_validators'

export default class OrdersController {
  /** Those of the customer. */
  async index(ctx: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(ctx.request.qs())
    const { page, nextCursor } = await customerOrdersQuery(customerOf(ctx).id, limit, cursor)
    return { data: page.map(ownOrderAnswer), meta: { limit, nextCursor } }
  }

  /** For whoever has its token, and the customer whose it is. */
  async show(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { token } = await orderTokenValidator.validate(ctx.request.qs())
    const order = await orderOfBuyer(ctx, number, token)
    const locale = localeOf(ctx)
    const contact = contactAnswer(order.contact, order.governorate, locale)
    return { data: { ...orderAnswer(order, locale), contact } }
  }
}
