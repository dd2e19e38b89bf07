import type { HttpContext } from '@adonisjs/core/http'
import { newPasswordValidator } from '#app/customers/account_validators'
import { resetPassword } from '#app/customers/reset_password'

/** Choosing a new password with the link that came by mail. */
export default class NewPasswordsController {
  async store({ request, response }: HttpContext) {
    const { token, password } = await newPasswordValidator.validate(request.body())
    await resetPassword(token, password, { requestId: request.id(), ip: request.ip() })
    return response.noContent()
  }
}
