import type { HttpContext } from '@adonisjs/core/http'
import { customerIdValidator, membershipFormValidator } from '#app/customers/desk_validators'
import { joinGroup } from '#app/customers/join_group'
import { actingStaff } from '#app/staff/acting_staff'

/** At whose prices a customer buys. */
export default class MembershipsController {
  async store(ctx: HttpContext) {
    const { id } = await customerIdValidator.validate(ctx.params)
    const { group } = await ctx.request.validateUsing(membershipFormValidator)
    await joinGroup(id, group ?? null, { acting: actingStaff(ctx) })
    ctx.session.flash('done', 'customers.group_saved')
    return ctx.response.seeOther(`/admin/customers/${id}`)
  }
}
