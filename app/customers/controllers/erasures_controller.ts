import type { HttpContext } from '@adonisjs/core/http'
import { ownErasureValidator } from '#app/customers/account_validators'
import { actingAs, customerOf } from '#app/customers/acting_customer'
import { eraseCustomer } from '#app/customers/erase_customer'
import { throttleLogin } from '#app/customers/login_throttle'
import { verifyCredentials } from '#app/customers/verify_credentials'

/** Erasing the own account: for ever, so it takes the password again. */
export default class ErasuresController {
  async store(ctx: HttpContext) {
    const { password } = await ownErasureValidator.validate(ctx.request.body())
    const customer = customerOf(ctx)
    const attempt = () => verifyCredentials(customer.email, password)
    await throttleLogin(customer.email, ctx.request.ip(), attempt)
    await eraseCustomer(customer.id, actingAs(customer, ctx))
    return ctx.response.noContent()
  }
}
