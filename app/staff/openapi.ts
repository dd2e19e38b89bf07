import vine from '@vinejs/vine'
import { count, one } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { loginValidator } from '#app/staff/login_validators'

describeRoutes({
  'admin.auth.login': {
    tag: 'Staff logins',
    summary: 'Log in for an access token (15 minutes)',
    body: loginValidator,
    problems: [401, 429],
    answer: one(
      vine.object({
        accessToken: vine.string(),
        expiresIn: count(),
        staff: vine.object({
          id: count(),
          email: vine.string(),
          fullName: vine.string(),
          roles: vine.array(vine.string()),
          abilities: vine.array(vine.string()),
        }),
      })
    ),
  },
})
