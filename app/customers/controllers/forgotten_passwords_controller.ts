import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { enqueue } from '#app/platform/jobs/enqueue'
import { forgottenPasswordValidator } from '#app/customers/account_validators'
import { mailCustomerResetLink } from '#app/customers/mail_reset_link'

const MAILS = { requests: 3, duration: '1 hour' } as const

/** Asking for a link by mail. The answer never tells whether the address has an account. */
export default class ForgottenPasswordsController {
  async store({ request, response }: HttpContext) {
    const { email: typed } = await forgottenPasswordValidator.validate(request.body())
    const email = typed.toLowerCase()
    await limiter
      .use(MAILS)
      .attempt(`customer-reset:${request.ip()}:${email}`, () =>
        enqueue(mailCustomerResetLink, { email })
      )
    return response.noContent()
  }
}
