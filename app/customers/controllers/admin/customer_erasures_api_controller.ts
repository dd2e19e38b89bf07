import type { HttpContext } from '@adonisjs/core/http'
import { customerIdValidator, erasureValidator } from '#app/customers/desk_validators'
import { eraseCustomer } from '#app/customers/erase_customer'
import { actingStaff } from '#app/staff/acting_staff'

export default class CustomerErasuresApiController {
  async store(ctx: HttpContext) {
    const { id } = await customerIdValidator.validate(ctx.params)
    const { reason } = await erasureValidator.validate(ctx.request.body())
    await eraseCustomer(id, actingStaff(ctx, reason))
    return ctx.response.noContent()
  }
}
