import type { HttpContext } from '@adonisjs/core/http'
import { confirmOrder } from '#app/orders/desk/change_order_by_staff'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class OrderConfirmationsController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    await confirmOrder(number, actingStaff(ctx))
    ctx.session.flash('done', 'orders.is_confirmed')
    return ctx.response.seeOther(`/admin/orders/${number}`)
  }
}
