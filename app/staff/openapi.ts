import vine from '@vinejs/vine'
import { count, one } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { loginValidator, refreshValidator } from '#app/staff/login_validators'

const login = vine.object({
  accessToken: vine.string(),
  expiresIn: count(),
  refreshToken: vine.string(),
  staff: vine.object({
    id: count(),
    email: vine.string(),
    fullName: vine.string(),
    roles: vine.array(vine.string()),
    abilities: vine.array(vine.string()),
  }),
})

describeRoutes({
  'admin.auth.login': {
    tag: 'Staff logins',
    summary: 'Log in for an access token (15 minutes) and a refresh token',
    body: loginValidator,
    problems: [401, 429],
    answer: one(login),
  },
  'admin.auth.refresh': {
    tag: 'Staff logins',
    summary: 'Renew a login; the refresh token is replaced by the next one',
    body: refreshValidator,
    problems: [401],
    answer: one(login),
  },
  'admin.auth.logout': {
    tag: 'Staff logins',
    summary: 'End the login of this access token',
    status: 204,
    staff: true,
  },
})
