import type { HttpContext } from '@adonisjs/core/http'
import { refreshValidator } from '#app/staff/login/login_validators'
import { refreshApiLogin } from '#app/staff/login/refresh_api_login'
import { apiLogin } from '#app/staff/members/staff_transformer'

/** Renewing the login of an API client before its access token ends. */
export default class ApiRefreshesController {
  async store({ request, response }: HttpContext) {
    const { refreshToken } = await request.validateUsing(refreshValidator)
    response.header('Cache-Control', 'no-store')
    return { data: apiLogin(await refreshApiLogin(refreshToken)) }
  }
}
