import type { HttpContext } from '@adonisjs/core/http'
import { ACCESS_TOKEN_TTL } from '#app/platform/auth/access_token'
import { loginValidator } from '#app/staff/login_validators'
import { throttleLogin } from '#app/staff/login_throttle'
import { openApiLogin } from '#app/staff/staff_logins'
import { staffItem } from '#app/staff/staff_transformer'
import { verifyCredentials } from '#app/staff/verify_credentials'

/** Logins of programs that work on behalf of staff. */
export default class ApiLoginsController {
  async store({ request, response }: HttpContext) {
    const { email, password } = await request.validateUsing(loginValidator)
    const member = await throttleLogin(email, request.ip(), () =>
      verifyCredentials(email, password)
    )
    const userAgent = request.header('user-agent') ?? null
    const accessToken = await openApiLogin(member, { ip: request.ip(), userAgent })
    response.header('Cache-Control', 'no-store')
    return { data: { accessToken, expiresIn: ACCESS_TOKEN_TTL, staff: staffItem(member) } }
  }
}
