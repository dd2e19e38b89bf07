import type { HttpContext } from '@adonisjs/core/http'
import { closeLogin } from '#app/platform/auth/logins'
import { loginValidator } from '#app/customers/account_validators'
import { entranceOf, loginOf } from '#app/customers/acting_customer'
import { enter } from '#app/customers/customer_logins'
import { loginAnswer } from '#app/customers/customer_transformer'
import { addressOf } from '#app/customers/address_of'
import { throttleLogin } from '#app/customers/login_throttle'
import { verifyCredentials } from '#app/customers/verify_credentials'

export default class CustomerLoginsController {
  async store(ctx: HttpContext) {
    const { password, ...named } = await loginValidator.validate(ctx.request.body())
    const email = await addressOf(named)
    const attempt = () => verifyCredentials(email, password)
    const customer = await throttleLogin(email, ctx.request.ip(), attempt)
    return { data: loginAnswer(await enter(customer, entranceOf(ctx))) }
  }

  /** Ends the login of the token that the request carries. */
  async destroy(ctx: HttpContext) {
    await closeLogin(loginOf(ctx))
    return ctx.response.noContent()
  }
}
