import type { HttpContext } from '@adonisjs/core/http'
import CustomerAddress from '#app/customers/customer_address'
import { customerDetailAnswer, customerRowAnswer } from '#app/customers/customer_transformer'
import { customerRowQuery, customersQuery } from '#app/customers/customers_query'
import {
  customerIdValidator,
  customerListValidator,
  membershipValidator,
} from '#app/customers/desk_validators'
import { joinGroup } from '#app/customers/join_group'
import { ownGarage } from '#app/customers/own_garage'
import { ifMatch } from '#app/platform/http/if_match'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

export default class CustomersApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await customerListValidator.validate(request.qs())
    const { page, nextCursor } = await customersQuery(asked, limit, cursor)
    return { data: page.map(customerRowAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await customerIdValidator.validate(params)
    const customer = await customerRowQuery(id)
    const addresses = await CustomerAddress.query().where('customerId', id).orderBy('id', 'desc')
    return { data: customerDetailAnswer(customer, addresses, await ownGarage(id)) }
  }

  /** The customer group. */
  async update(ctx: HttpContext) {
    const { id } = await customerIdValidator.validate(ctx.params)
    const { group } = await membershipValidator.validate(ctx.request.body())
    await joinGroup(id, group, { version: ifMatch(ctx), acting: actingStaff(ctx) })
    return this.show(ctx)
  }
}
