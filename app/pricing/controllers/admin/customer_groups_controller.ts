import type { HttpContext } from '@adonisjs/core/http'
import {
  customerGroupIdValidator,
  customerGroupValidator,
  groupNameFormValidator,
} from '#app/pricing/customer_group_validators'
import {
  customerGroupRowQuery,
  customerGroupRowsQuery,
  isUnused,
} from '#app/pricing/customer_groups_query'
import {
  createCustomerGroup,
  deleteCustomerGroup,
  renameCustomerGroup,
} from '#app/pricing/write_customer_group'
import { actingStaff } from '#app/staff/acting_staff'

/** Who buys on terms of their own. */
export default class CustomerGroupsController {
  async index({ view }: HttpContext) {
    return view.render('admin/customer_groups/index', { groups: await customerGroupRowsQuery() })
  }

  async create({ view }: HttpContext) {
    return view.render('admin/customer_groups/edit')
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(customerGroupValidator)
    await createCustomerGroup(input, actingStaff(ctx))
    return this.#back(ctx, 'price_lists.group_saved', input.name)
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await customerGroupIdValidator.validate(params)
    const group = await customerGroupRowQuery(id)
    return view.render('admin/customer_groups/edit', { group, canDelete: isUnused(group) })
  }

  async update(ctx: HttpContext) {
    const { id } = await customerGroupIdValidator.validate(ctx.params)
    const { name, version } = await ctx.request.validateUsing(groupNameFormValidator)
    await renameCustomerGroup(id, name, { version, acting: actingStaff(ctx) })
    return this.#back(ctx, 'price_lists.group_saved', name)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await customerGroupIdValidator.validate(ctx.params)
    const name = await deleteCustomerGroup(id, { acting: actingStaff(ctx) })
    return this.#back(ctx, 'price_lists.group_deleted', name)
  }

  #back({ session, response }: HttpContext, key: string, name: string) {
    session.flash('done', { key, data: { name } })
    return response.seeOther('/admin/customer-groups')
  }
}
