import type { HttpContext } from '@adonisjs/core/http'
import { localeOf } from '#app/platform/http/locale'
import { registrationValidator } from '#app/customers/account_validators'
import { entranceOf } from '#app/customers/acting_customer'
import { enter } from '#app/customers/customer_logins'
import { loginAnswer } from '#app/customers/customer_transformer'
import { registerCustomer } from '#app/customers/register_customer'

/** Opening an account, which logs in. */
export default class RegistrationsController {
  async store(ctx: HttpContext) {
    const { request, response } = ctx
    const input = await registrationValidator.validate(request.body())
    const from = { requestId: request.id(), ip: request.ip() }
    const customer = await registerCustomer({ ...input, locale: localeOf(ctx) }, from)
    response.status(201)
    return { data: loginAnswer(await enter(customer, entranceOf(ctx))) }
  }
}
