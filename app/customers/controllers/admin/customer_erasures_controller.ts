import type { HttpContext } from '@adonisjs/core/http'
import { customerIdValidator, erasureValidator } from '#app/customers/desk_validators'
import { eraseCustomer } from '#app/customers/erase_customer'
import { actingStaff } from '#app/staff/acting_staff'

/** Erasing a customer who asked for it. */
export default class CustomerErasuresController {
  async store(ctx: HttpContext) {
    const { id } = await customerIdValidator.validate(ctx.params)
    const { reason } = await ctx.request.validateUsing(erasureValidator)
    await eraseCustomer(id, actingStaff(ctx, reason))
    ctx.session.flash('done', 'customers.erased')
    return ctx.response.seeOther('/admin/customers')
  }
}
