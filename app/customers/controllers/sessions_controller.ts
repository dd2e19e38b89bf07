import type { HttpContext } from '@adonisjs/core/http'
import { sessionIdValidator } from '#app/customers/account_validators'
import { customerOf, loginOf } from '#app/customers/acting_customer'
import { loginsOfCustomers } from '#app/customers/customer_logins'
import { sessionAnswer } from '#app/customers/customer_transformer'
import { wholeList } from '#app/platform/lists/whole_list'

/** Where a customer is logged in. */
export default class SessionsController {
  async index(ctx: HttpContext) {
    const logins = await loginsOfCustomers.list(customerOf(ctx).id)
    return wholeList(logins.map((login) => sessionAnswer(login, loginOf(ctx))))
  }

  async destroy(ctx: HttpContext) {
    const { id } = await sessionIdValidator.validate(ctx.params)
    await loginsOfCustomers.closeOf(customerOf(ctx).id, id)
    return ctx.response.noContent()
  }
}
