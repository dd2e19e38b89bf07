import type { HttpContext } from '@adonisjs/core/http'
import { orderDetailAnswer, orderItemAnswer } from '#app/orders/desk/desk_transformer'
import { orderListValidator } from '#app/orders/desk/desk_validators'
import { orderEventsQuery, orderQuery } from '#app/orders/order_query'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { ordersQuery } from '#app/orders/desk/orders_query'
import { ROWS } from '#app/platform/lists/rows'

export default class OrdersApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await orderListValidator.validate(request.qs())
    const { page, nextCursor } = await ordersQuery(asked, limit, cursor)
    return { data: page.map(orderItemAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { number } = await orderNumberValidator.validate(params)
    const order = await orderQuery(number)
    return { data: orderDetailAnswer(order, await orderEventsQuery(order.id)) }
  }
}
