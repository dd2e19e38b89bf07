import type { HttpContext } from '@adonisjs/core/http'
import { refreshValidator } from '#app/customers/account_validators'
import { loginAnswer } from '#app/customers/customer_transformer'
import { refreshLogin } from '#app/customers/refresh_login'

export default class CustomerRefreshesController {
  async store({ request }: HttpContext) {
    const { refreshToken } = await refreshValidator.validate(request.body())
    return { data: loginAnswer(await refreshLogin(refreshToken)) }
  }
}
