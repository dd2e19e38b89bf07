import type { HttpContext } from '@adonisjs/core/http'
import { customerOf } from '#app/customers/acting_customer'
import { personalDataOf } from '#app/customers/personal_data'

/** All that the shop keeps of a customer, for that customer to take along. */
export default class PersonalDataController {
  async show(ctx: HttpContext) {
    return { data: await personalDataOf(customerOf(ctx).id) }
  }
}
