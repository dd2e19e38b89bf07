import type { HttpContext } from '@adonisjs/core/http'
import { ifMatch } from '#app/platform/http/if_match'
import { wholeList } from '#app/platform/lists/whole_list'
import {
  customerGroupIdValidator,
  customerGroupValidator,
  groupNameValidator,
} from '#app/pricing/customer_group_validators'
import { customerGroupRowQuery, customerGroupRowsQuery } from '#app/pricing/customer_groups_query'
import {
  createCustomerGroup,
  deleteCustomerGroup,
  renameCustomerGroup,
} from '#app/pricing/write_customer_group'
import { actingStaff } from '#app/staff/acting_staff'

/** Customer groups, as programs read and write them. */
export default class CustomerGroupsApiController {
  async index() {
    return wholeList(await customerGroupRowsQuery())
  }

  async show({ params }: HttpContext) {
    const { id } = await customerGroupIdValidator.validate(params)
    return { data: await customerGroupRowQuery(id) }
  }

  async store(ctx: HttpContext) {
    const input = await customerGroupValidator.validate(ctx.request.body())
    const id = await createCustomerGroup(input, actingStaff(ctx))
    ctx.response.status(201)
    return { data: await customerGroupRowQuery(id) }
  }

  async update(ctx: HttpContext) {
    const { id } = await customerGroupIdValidator.validate(ctx.params)
    const { name } = await groupNameValidator.validate(ctx.request.body())
    await renameCustomerGroup(id, name, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    return this.show(ctx)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await customerGroupIdValidator.validate(ctx.params)
    await deleteCustomerGroup(id, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    return ctx.response.noContent()
  }
}
