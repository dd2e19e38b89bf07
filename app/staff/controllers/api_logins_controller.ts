import type { HttpContext } from '@adonisjs/core/http'
import { apiLoginValidator } from '#app/staff/login/login_validators'
import { throttleLogin } from '#app/staff/login/login_throttle'
import { passSecondFactor } from '#app/staff/second_factor/pass_second_factor'
import { closeLogin } from '#app/platform/auth/logins'
import { openApiLogin } from '#app/staff/login/staff_logins'
import { apiLogin } from '#app/staff/members/staff_transformer'
import { verifyCredentials } from '#app/staff/login/verify_credentials'

/** Logins of programs that work on behalf of staff. */
export default class ApiLoginsController {
  async store({ request, response }: HttpContext) {
    const { email, password, code } = await request.validateUsing(apiLoginValidator)
    const ip = request.ip()
    const member = await throttleLogin(email, ip, () => verifyCredentials(email, password))
    await passSecondFactor(member, ip, code)
    const userAgent = request.header('user-agent') ?? null
    response.header('Cache-Control', 'no-store')
    return { data: apiLogin(await openApiLogin(member, { ip, userAgent })) }
  }

  /** Ends the login of the token that the request carries. */
  async destroy({ auth, response }: HttpContext) {
    const guard = auth.use('staffApi')
    await guard.authenticate()
    await closeLogin(guard.sid!)
    return response.noContent()
  }
}
