import type { HttpContext } from '@adonisjs/core/http'
import { noteCall } from '#app/orders/desk/change_order_by_staff'
import { callValidator } from '#app/orders/desk/desk_validators'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class OrderCallsController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const call = await ctx.request.validateUsing(callValidator)
    await noteCall(number, call, actingStaff(ctx))
    ctx.session.flash('done', 'orders.is_called')
    return ctx.response.seeOther(`/admin/orders/${number}`)
  }
}
