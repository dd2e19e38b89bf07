import type { HttpContext } from '@adonisjs/core/http'
import { cancelByStaff } from '#app/orders/desk/change_order_by_staff'
import { cancellationValidator } from '#app/orders/desk/desk_validators'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StaffCancellationsApiController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const { reason } = await cancellationValidator.validate(ctx.request.body())
    await cancelByStaff(number, reason, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
