import type { HttpContext } from '@adonisjs/core/http'
import { cancelByStaff } from '#app/orders/desk/change_order_by_staff'
import { cancellationValidator } from '#app/orders/desk/desk_validators'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StaffCancellationsController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { reason } = await ctx.request.validateUsing(cancellationValidator)
    await cancelByStaff(number, reason, actingStaff(ctx))
    ctx.session.flash('done', 'orders.is_cancelled')
    return ctx.response.seeOther(`/admin/orders/${number}`)
  }
}
