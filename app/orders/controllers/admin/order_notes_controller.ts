import type { HttpContext } from '@adonisjs/core/http'
import { noteOnOrder } from '#app/orders/desk/change_order_by_staff'
import { noteValidator } from '#app/orders/desk/desk_validators'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class OrderNotesController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { text } = await ctx.request.validateUsing(noteValidator)
    await noteOnOrder(number, text, actingStaff(ctx))
    ctx.session.flash('done', 'orders.is_noted')
    return ctx.response.seeOther(`/admin/orders/${number}`)
  }
}
